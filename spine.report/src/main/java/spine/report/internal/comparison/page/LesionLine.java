package spine.report.internal.comparison.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Vertebra;
import spine.api.report.LesionFinding;
import spine.common.text.Decimals;
import spine.report.internal.comparison.change.Comparison.Pair;
import spine.report.internal.comparison.change.LesionTrack;
import spine.report.internal.comparison.change.LesionTrack.Fate;
import spine.report.internal.page.FindingSection;

/**
 * One lesion over time.
 *
 * @param place in its vertebra, in words
 * @param units to whose score it adds at any time, in words
 * @param volumes mm3, one per time point; in brackets where it does not count; a dash where it is not seen
 * @param fate what became of it
 * @param doubt what is seen in its place where it is new or gone, a sentence part; may be empty
 */
record LesionLine(Vertebra level, String place, String units, List<String> volumes, Fate fate, String doubt) {

    static LesionLine of(LesionTrack lesion, Pair whole) {
        int seen = IntStream.rangeClosed(0, lesion.findings().size() - 1).map(at -> lesion.findings().size() - 1 - at).filter(lesion::seen)
                .findFirst().orElseThrow();
        String units = lesion.findings().stream().flatMap(List::stream).flatMap(finding -> finding.units().stream()).distinct().sorted()
                .map(DiscLevel::label).reduce((one, other) -> one + " " + other).orElse("–");
        return new LesionLine(lesion.vertebra(), FindingSection.words(lesion.main(seen).place()), units,
                IntStream.range(0, lesion.findings().size()).mapToObj(at -> volume(lesion, at)).toList(),
                lesion.fate(whole.from(), whole.to()), lesion.doubtful(whole.from(), whole.to())
                        ? doubt(lesion.uncounted().get(lesion.seen(whole.from()) ? whole.to() : whole.from()).orElseThrow()) : "");
    }

    private static String volume(LesionTrack lesion, int at) {
        return lesion.seen(at) ? Decimals.fixed(lesion.volume(at), 0, "–")
                : lesion.uncounted().get(at).map(of -> "(" + Decimals.fixed(of.volumeMm3(), 0, "–") + ")").orElse("–");
    }

    private static String doubt(LesionFinding uncounted) {
        return uncounted.id() + " is there, but does not count: probability " + Decimals.fixed(uncounted.probability(), 2, "–");
    }

    boolean doubted() {
        return !doubt.isEmpty();
    }

    String vertebra() {
        return level.name();
    }

    String word() {
        return switch (fate) {
            case PERSISTING -> "about the same";
            case TRANSIENT -> "in between only";
            case NOT_COMPARABLE -> "not in view each time";
            default -> fate.name().toLowerCase(Locale.ROOT);
        };
    }

    String style() {
        return switch (fate) {
            case NEW, GROWN -> "worse";
            case RESOLVED, SHRUNK -> "better";
            case PERSISTING, TRANSIENT, NOT_COMPARABLE -> "same";
        };
    }

    String sign() {
        return switch (fate) {
            case NEW, GROWN -> "▲";
            case RESOLVED, SHRUNK -> "▼";
            case PERSISTING, TRANSIENT, NOT_COMPARABLE -> "●";
        };
    }

    String over() {
        return String.join(" → ", volumes) + " mm³";
    }

    boolean liesIn(DiscLevel unit) {
        return Stream.of(unit.upper(), unit.lower()).anyMatch(level::equals);
    }
}

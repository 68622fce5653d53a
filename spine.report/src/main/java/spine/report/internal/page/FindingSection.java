package spine.report.internal.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import spine.api.anatomy.DiscLevel;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.report.LesionFinding;
import spine.api.report.LesionPlace;
import spine.report.internal.InflammationRule;
import spine.api.report.ScoringResult;

/**
 * The findings: all that count, and the most probable of those that do not.
 *
 * @param rows from head to foot
 * @param counted how many count
 * @param shown whether there are rows
 * @param more how many that do not count are not shown
 */
public record FindingSection(List<Row> rows, long counted, boolean shown, long more) {
    /** So many that do not count are shown. */
    private static final int DOUBTS = 8;

    /**
     * One finding.
     *
     * @param style {@code hit} if it counts, else {@code clean}
     * @param slices first and last slice, counted from 1, and the station
     */
    public record Row(String style, String id, String vertebra, String place, String units, String slices, String area, String contrast,
            String endplate, String probability, String reason) {

        static Row of(Study study, LesionFinding finding, Optional<InflammationRule> rule) {
            return new Row(finding.counts() ? "hit" : "clean", finding.id(), finding.vertebra().name(), words(finding.place()),
                    finding.units().isEmpty() ? "–" : String.join(" ", finding.units().stream().map(DiscLevel::label).toList()),
                    range(study.stacks().get(finding.stack()), finding), PageNumbers.atMost(finding.areaMm2(), 0),
                    PageNumbers.fixed(finding.contrast(), 1), PageNumbers.fixed(finding.endplateMm(), 1),
                    rule.map(known -> known.text(finding.probability())).orElseGet(() -> PageNumbers.fixed(finding.probability(), 2)),
                    finding.reason());
        }
    }

    public static FindingSection of(ScoringResult result) {
        Optional<InflammationRule> rule = InflammationRule.of(result);
        List<LesionFinding> doubts = result.findings().stream().filter(finding -> !finding.counts())
                .sorted(Comparator.comparingDouble(LesionFinding::probability).reversed()).limit(DOUBTS).toList();
        List<Row> rows = result.findings().stream().filter(finding -> finding.counts() || doubts.contains(finding))
                .map(finding -> Row.of(result.study(), finding, rule)).toList();
        long counted = result.findings().stream().filter(LesionFinding::counts).count();
        return new FindingSection(rows, counted, !rows.isEmpty(), result.findings().size() - counted - doubts.size());
    }

    public boolean shortened() {
        return more > 0;
    }

    /** Such as {@code anterior upper corner, left}. */
    public static String words(LesionPlace place) {
        List<String> words = new ArrayList<>();
        if (place.site() == LesionPlace.Site.CORNER || place.site() == LesionPlace.Site.ENDPLATE) {
            if (place.wall() != LesionPlace.Wall.BOTH) {
                words.add(word(place.wall()));
            }
            if (place.half() != LesionPlace.Half.BOTH) {
                words.add(word(place.half()));
            }
        }
        words.add(word(place.site()));
        return String.join(" ", words) + (place.side() == LesionPlace.Side.MEDIAN ? "" : ", " + word(place.side()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String range(SliceStack stack, LesionFinding finding) {
        List<String> images = stack.slices().stream().map(slice -> slice.sopInstanceUid()).toList();
        int first = images.indexOf(finding.slices().get(0)) + 1;
        int last = images.indexOf(finding.slices().get(finding.slices().size() - 1)) + 1;
        return (finding.stack() + 1) + ": " + (first == last ? String.valueOf(first) : first + "–" + last);
    }
}

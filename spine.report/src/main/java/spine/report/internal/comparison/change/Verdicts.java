package spine.report.internal.comparison.change;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import spine.api.comparison.ComparisonSummary;
import spine.api.comparison.ComparisonSummary.TotalChange;
import spine.report.internal.comparison.change.Comparison.Pair;
import spine.report.internal.comparison.change.LesionTrack.Fate;

/** What has changed from the first to the last time point, in sentences. */
public final class Verdicts {

    private Verdicts() {
    }

    /**
     * The same for programs.
     *
     * @param warnings what makes the comparison doubtful
     * @param page {@code comparison.html}
     */
    public static ComparisonSummary summary(Comparison comparison, List<String> warnings, Path page) {
        List<TotalChange> totals = new ArrayList<>();
        for (IndexSeries index : comparison.indices()) {
            for (TotalSeries total : index.totals()) {
                Change change = comparison.change(index, total, comparison.whole());
                totals.add(new TotalChange(index.indexId(), total.name(), change.first(), change.last(), change.detectable(),
                        change.important(), change.verdict()));
            }
        }
        return new ComparisonSummary(page, comparison.points().stream().map(point -> point.archived().studyInstanceUid()).toList(), totals,
                sentences(comparison), Stream.concat(comparison.checks().patient().stream(), warnings.stream()).toList());
    }

    /** One for each total, then one for lesions. With the first, which may be told alone, stands the caveat. */
    public static List<String> sentences(Comparison comparison) {
        List<String> sentences = new ArrayList<>();
        for (IndexSeries index : comparison.indices()) {
            for (TotalSeries total : index.totals()) {
                sentences.add(sentence(comparison, index, total));
            }
        }
        caveat(comparison).ifPresent(caveat -> sentences.set(0, sentences.get(0) + " " + caveat));
        sentences.add(lesions(comparison));
        return sentences;
    }

    /** How many lesions are new or resolved by the threshold of the model alone, a sentence; empty if none is. */
    public static Optional<String> caveat(Comparison comparison) {
        Pair whole = comparison.whole();
        long doubtful = comparison.lesions().stream().filter(lesion -> lesion.doubtful(whole.from(), whole.to())).count();
        return doubtful == 0 ? Optional.empty() : Optional.of("Of the new and resolved lesions " + doubtful
                + (doubtful == 1 ? " is" : " are")
                + " so by the model's threshold alone: at the other time a finding lies there that does not count.");
    }

    private static String sentence(Comparison comparison, IndexSeries index, TotalSeries total) {
        Change change = comparison.change(index, total, comparison.whole());
        String limits = ChangeWords.limits(change);
        String verdict = ChangeWords.verdict(change);
        return index.indexId().toUpperCase(Locale.ROOT) + " " + total.name() + ": " + ChangeWords.points(change.first()) + " to "
                + ChangeWords.points(change.last()) + " (" + ChangeWords.signed(change.difference()) + "), " + verdict
                + (limits.isEmpty() ? "" : " (" + limits + ")") + ".";
    }

    /** Such as {@code Lesions: 1 new, 2 grown, 3 about the same, 0 shrunk, 4 resolved.} */
    private static String lesions(Comparison comparison) {
        Pair whole = comparison.whole();
        long hidden = comparison.count(Fate.NOT_COMPARABLE, whole);
        return "Lesions: " + comparison.count(Fate.NEW, whole) + " new, " + comparison.count(Fate.GROWN, whole) + " grown, "
                + comparison.count(Fate.PERSISTING, whole) + " about the same, " + comparison.count(Fate.SHRUNK, whole) + " shrunk, "
                + comparison.count(Fate.RESOLVED, whole) + " resolved"
                + (hidden == 0 ? "" : "; " + hidden + " not in view each time") + ".";
    }
}

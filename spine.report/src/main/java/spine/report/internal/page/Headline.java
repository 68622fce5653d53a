package spine.report.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.api.report.ImageFinding;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.ScoreInterval;
import spine.api.score.ScoreIntervals;

/**
 * The totals of one index.
 *
 * @param totals its totals
 * @param facts what they are computed from
 * @param withheld why the totals have no interval, a sentence; may be empty
 */
public record Headline(List<Total> totals, List<Fact> facts, String withheld) {

    /**
     * @param range the possible values, such as {@code of 414}; may be empty
     * @param interval where the true total lies, in words; may be empty
     */
    public record Total(String label, String value, String range, String interval) {
    }

    public record Fact(String name, String value) {
    }

    /** One for each index. */
    public static List<Headline> of(ScoringResult result) {
        long inflamed = result.images().stream().filter(ImageFinding::inflamed).count();
        return result.scores().stream().map(score -> of(score, result.intervals(score), result.anatomy().variant().units().size(), inflamed,
                result.images().size())).toList();
    }

    /**
     * @param units how many the spine has
     * @param inflamed number of inflamed images among {@code images}
     */
    private static Headline of(Score score, Optional<ScoreIntervals> intervals, int units, long inflamed, int images) {
        List<Total> totals = new ArrayList<>();
        score.totals().forEach((name, value) -> {
            TotalLabel label = TotalLabel.of(score, name, units);
            totals.add(new Total(IndexName.of(score) + " · " + label.words(), PageNumbers.atMost(value, 2), label.range(),
                    intervals.map(of -> words(of, name)).orElse("")));
        });
        long positive = score.units().stream().filter(unit -> unit.score() > 0).count();
        return new Headline(totals, List.of(new Fact("Units in view", score.unitsInView() + " of " + units),
                new Fact("Units above 0", Long.toString(positive)), new Fact("Images inflamed", inflamed + " of " + images),
                new Fact("Index", score.indexId() + " " + score.indexVersion())),
                intervals.map(ScoreIntervals::withheld).orElse(""));
    }

    private static String words(ScoreIntervals intervals, String total) {
        ScoreInterval interval = intervals.totals().get(total);
        return interval == null ? "" : PageNumbers.atMost(100 * intervals.coverage(), 1) + " % interval "
                + PageNumbers.atMost(interval.lower(), 2) + " to " + PageNumbers.atMost(interval.upper(), 2);
    }
}

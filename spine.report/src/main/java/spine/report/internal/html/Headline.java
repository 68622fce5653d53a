package spine.report.internal.html;

import java.util.ArrayList;
import java.util.List;
import spine.api.score.Score;

/**
 * The totals of one index.
 *
 * @param totals its totals
 * @param facts what they are computed from
 */
record Headline(List<Total> totals, List<Fact> facts) {

    /** @param range the possible values, such as {@code of 414}; may be empty */
    record Total(String label, String value, String range) {
    }

    record Fact(String name, String value) {
    }

    /**
     * @param units how many the spine has
     * @param inflamed number of inflamed images among {@code images}
     */
    static Headline of(Score score, int units, long inflamed, int images) {
        List<Total> totals = new ArrayList<>();
        score.totals().forEach((name, value) -> {
            TotalLabel label = TotalLabel.of(score, name);
            totals.add(new Total(IndexSection.name(score) + " · " + label.words(), PageNumbers.atMost(value, 2), label.range()));
        });
        long positive = score.units().stream().filter(unit -> unit.score() > 0).count();
        return new Headline(totals, List.of(new Fact("Units in view", score.unitsInView() + " of " + units),
                new Fact("Units above 0", Long.toString(positive)), new Fact("Images inflamed", inflamed + " of " + images),
                new Fact("Index", score.indexId() + " " + score.indexVersion())));
    }
}

package spine.report.internal.page;

import spine.api.score.Score;

/**
 * A total in words.
 *
 * @param words what it sums, such as {@code All 23 units}
 * @param range its range in words, may be empty
 */
public record TotalLabel(String words, String range) {
    private static final int UNITS = 23;

    /**
     * Totals called {@code total} and a number sum that many units, {@code total23} all that are in view; other names are shown as they
     * are.
     * Where units of the spine are not in view every total says so.
     *
     * @param spine how many units the spine has
     */
    public static TotalLabel of(Score score, String name, int spine) {
        boolean partial = score.unitsInView() < spine;
        String highest = PageNumbers.atMost(score.maxima().getOrDefault(name, Double.NaN), 2);
        return new TotalLabel(words(score, name, partial ? score.unitsInView() + " of " + spine + " units in view" : ""),
                !score.maxima().containsKey(name) ? "" : "of " + highest + (partial ? " for " + spine + " units" : ""));
    }

    /** @param partial how many units are in view; empty if all are */
    private static String words(Score score, String name, String partial) {
        if (!name.matches("total[1-9][0-9]?")) {
            return partial.isEmpty() ? name : name + ", " + partial;
        }
        int units = Integer.parseInt(name.substring("total".length()));
        if (units >= UNITS) {
            return partial.isEmpty() ? "All " + score.unitsInView() + " units in view" : partial;
        }
        return "Worst " + units + " units" + (partial.isEmpty() ? "" : ", " + partial);
    }
}

package spine.report.internal.html;

import spine.api.score.Score;

/**
 * A total in words.
 *
 * @param words what it sums, such as {@code All 23 units}
 * @param range its range in words, may be empty
 */
record TotalLabel(String words, String range) {
    private static final int UNITS = 23;

    /** Totals called {@code total} and a number sum that many units, {@code total23} all that are in view; other names are shown as they are. */
    static TotalLabel of(Score score, String name) {
        Double highest = score.maxima().get(name);
        return new TotalLabel(words(score, name), highest == null ? "" : "of " + PageNumbers.atMost(highest, 2));
    }

    private static String words(Score score, String name) {
        if (!name.matches("total[1-9][0-9]?")) {
            return name;
        }
        int units = Integer.parseInt(name.substring("total".length()));
        return units >= UNITS ? "All " + score.unitsInView() + " units in view" : "Worst " + units + " units";
    }
}

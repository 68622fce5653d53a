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

    /**
     * Totals called {@code total} and a number sum that many units, {@code total23} all that are in view; other names are shown as they are.
     * Where units of the spine are not in view every total says so.
     *
     * @param spine how many units the spine has
     */
    static TotalLabel of(Score score, String name, int spine) {
        Double highest = score.maxima().get(name);
        boolean partial = score.unitsInView() < spine;
        return new TotalLabel(words(score, name, partial ? " of " + spine : ""),
                highest == null ? "" : "of " + PageNumbers.atMost(highest, 2) + (partial ? " for " + spine + " units" : ""));
    }

    private static String words(Score score, String name, String ofSpine) {
        if (!name.matches("total[1-9][0-9]?")) {
            return ofSpine.isEmpty() ? name : name + ", " + score.unitsInView() + ofSpine + " units in view";
        }
        int units = Integer.parseInt(name.substring("total".length()));
        String inView = score.unitsInView() + ofSpine + " units in view";
        if (units >= UNITS) {
            return "All " + (ofSpine.isEmpty() ? inView : "that are in view: " + score.unitsInView() + ofSpine + " units");
        }
        return "Worst " + units + " units" + (ofSpine.isEmpty() ? "" : ", " + inView);
    }
}

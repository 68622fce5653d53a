package spine.report.internal.html;

/**
 * A total in words.
 *
 * @param words what it sums, such as {@code All 23 units}
 * @param range its range in words, may be empty
 */
record TotalLabel(String words, String range) {
    /** SPARCC gives 0 to 18 points to a unit. */
    private static final int SPARCC_UNIT = 18;
    private static final int UNITS = 23;

    /** Totals called {@code total} and a number sum that many units; other names speak for themselves. */
    static TotalLabel of(String indexId, String name) {
        if (!name.matches("total[1-9][0-9]?")) {
            return new TotalLabel(name, "");
        }
        int units = Integer.parseInt(name.substring("total".length()));
        String range = indexId.equals("sparcc") ? "of " + units * SPARCC_UNIT : "";
        return new TotalLabel(units >= UNITS ? "All " + units + " units" : "Worst " + units + " units", range);
    }
}

package spine.report.internal.page;

import spine.common.text.Decimals;

/** Numbers as the page shows them; one that is not known is a dash. */
public final class PageNumbers {
    private static final String UNKNOWN = "–";

    private PageNumbers() {
    }

    /** With exactly so many decimals. */
    public static String fixed(double value, int decimals) {
        return Decimals.fixed(value, decimals, UNKNOWN);
    }

    /** With at most so many decimals. */
    public static String atMost(double value, int decimals) {
        return Decimals.atMost(value, decimals, UNKNOWN);
    }
}

package spine.evaluate.internal.stats;

/** A proportion with its 95 % Wilson interval. */
public final class Proportion {
    private static final double Z = 1.959963984540054;

    private Proportion() {
    }

    /** NaN if {@code of} is 0. */
    public static Estimate of(long hits, long of) {
        if (of == 0) {
            return Estimate.of(Double.NaN);
        }
        double p = (double) hits / of;
        double z2 = Z * Z / of;
        double middle = (p + z2 / 2) / (1 + z2);
        double half = Z * Math.sqrt(p * (1 - p) / of + z2 / (4 * of)) / (1 + z2);
        return new Estimate(p, hits == 0 ? 0 : middle - half, hits == of ? 1 : middle + half, IntervalMethod.WILSON);
    }
}

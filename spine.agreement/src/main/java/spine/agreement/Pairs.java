package spine.agreement;

import java.util.Arrays;

/** Pairs of readings: two raters of the same subjects, or one rater at two times. A pair with a missing reading is left out and counted. */
public final class Pairs {
    private final double[] first;
    private final double[] second;
    private final int missing;

    private Pairs(double[] first, double[] second, int missing) {
        this.first = first;
        this.second = second;
        this.missing = missing;
    }

    /**
     * @param first readings; NaN where one is missing
     * @param second as many, of the same subjects in the same order
     * @throws IllegalArgumentException if there are not as many, or one is beyond {@link Readings#GREATEST}
     */
    public static Pairs of(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " first and " + second.length + " second readings are no pairs.");
        }
        double[] one = new double[first.length];
        double[] other = new double[first.length];
        int n = 0;
        for (int i = 0; i < first.length; i++) {
            if (Readings.present(first[i]) & Readings.present(second[i])) {
                one[n] = first[i];
                other[n++] = second[i];
            }
        }
        return new Pairs(Arrays.copyOf(one, n), Arrays.copyOf(other, n), first.length - n);
    }

    /** Number of complete pairs. */
    public int n() {
        return first.length;
    }

    /** Number of pairs that were left out since a reading is missing. */
    public int missing() {
        return missing;
    }

    /** A copy of the first readings. */
    public double[] first() {
        return first.clone();
    }

    /** A copy of the second readings. */
    public double[] second() {
        return second.clone();
    }

    /** First minus second. */
    public double[] differences() {
        double[] differences = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            differences[i] = first[i] - second[i];
        }
        return differences;
    }

    /** Half the sum of both. */
    public double[] means() {
        double[] means = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            means[i] = (first[i] + second[i]) / 2;
        }
        return means;
    }

    /**
     * These pairs, if there are so many.
     *
     * @param statistic what needs them, for the message
     * @throws UndefinedStatisticException if there are fewer
     */
    public Pairs atLeast(int least, String statistic) {
        if (n() < least) {
            throw new UndefinedStatisticException(statistic + " needs " + least + (least == 1 ? " complete pair" : " complete pairs")
                    + " of readings at least; there " + (n() == 1 ? "is 1." : "are " + n() + "."));
        }
        return this;
    }
}

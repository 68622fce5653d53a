package spine.evaluate.internal.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Maps values to pixels, with round values as ticks.
 *
 * @param low value at {@code from}
 * @param high value at {@code to}
 * @param from first pixel
 * @param to last pixel
 */
record LinearScale(double low, double high, double from, double to) {
    private static final int MARKS = 6;

    /** A scale that begins and ends at round values around the given ones. */
    static LinearScale around(double least, double most, double from, double to) {
        double step = step(least, Math.max(most, least + 1));
        double first = Math.floor(least / step);
        return new LinearScale(first * step, Math.max(Math.ceil(most / step), first + 1) * step, from, to);
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** Round values inside. */
    List<Double> marks() {
        double step = step(low, high);
        List<Double> marks = new ArrayList<>();
        for (long i = Math.round(low / step); i <= Math.round(high / step); i++) {
            marks.add(i * step);
        }
        return marks;
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double step(double low, double high) {
        double rough = (high - low) / MARKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : new double[] {1, 2, 5}) {
            if (rough <= factor * power * 1.0001) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}

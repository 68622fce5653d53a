package spine.unet.training.internal.training;

import java.util.ArrayList;
import java.util.List;

/**
 * One direction of a chart: values become positions on the page.
 *
 * @param low value at {@code start}
 * @param high value at {@code end}, above {@code low}
 * @param start position on the page, in pixels
 * @param end position on the page; for a vertical axis it is the smaller one
 */
record ChartAxis(double low, double high, double start, double end) {
    private static final int TICKS = 5;

    double at(double value) {
        return start + (end - start) * (value - low) / (high - low);
    }

    /** Round values, about five of them. */
    List<Double> ticks() {
        double rough = (high - low) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power * (rough / power <= 1 ? 1 : rough / power <= 2 ? 2 : rough / power <= 5 ? 5 : 10);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}

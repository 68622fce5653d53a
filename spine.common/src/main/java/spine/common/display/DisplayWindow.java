package spine.common.display;

import java.util.List;
import java.util.stream.DoubleStream;
import spine.common.stats.OrderStatistics;

/**
 * From signal to grey, one for all slices of a stack, so that they can be compared. It is chosen for marrow: black is the 1st percentile of
 * the stack, and white lies so high that the median of normal marrow, which is what the bodies have outside of lesions, comes to a third of
 * the way. Marrow twice as bright is at two thirds; fluid is above white. What is above is not cut off, but compressed into the last greys,
 * up to the 99.9th percentile of the stack, so that fluid keeps some drawing. Without bodies white is the 99.5th percentile.
 *
 * @param black signal that is shown black
 * @param white signal from which greys are compressed, above {@code black}
 * @param brightest signal that is shown white, above {@code white}
 * @param marrow median of normal marrow; NaN where there is too little
 */
public record DisplayWindow(float black, float white, float brightest, float marrow) {
    /** Share of the greys that is linear: 27 of 32, so that a table of 33 values can undo the compression exactly. */
    private static final double LINEAR = 27 / 32.0;
    /** White lies so many times as far above black as normal marrow. */
    private static final double ABOVE_MARROW = 3;
    /** Fewer pixels of marrow tell nothing. */
    private static final int LEAST = 200;

    /** Which pixels are normal marrow. */
    @FunctionalInterface
    public interface Marrow {

        /** Whether a pixel belongs to a vertebral body and to no lesion. @param slice index of its slice @param pixel index in the slice */
        boolean has(int slice, int pixel);
    }

    /** @param slices pixels of all slices of a stack, as many in each */
    public static DisplayWindow of(List<float[]> slices, Marrow normal) {
        int pixels = slices.get(0).length;
        double[] all = new double[pixels * slices.size()];
        DoubleStream.Builder marrow = DoubleStream.builder();
        for (int s = 0; s < slices.size(); s++) {
            float[] slice = slices.get(s);
            for (int i = 0; i < pixels; i++) {
                all[s * pixels + i] = slice[i];
                if (normal.has(s, i)) {
                    marrow.add(slice[i]);
                }
            }
        }
        return of(new OrderStatistics(all, all.length), marrow.build().toArray());
    }

    private static DisplayWindow of(OrderStatistics signal, double[] bodies) {
        float black = (float) signal.lower(0.01);
        float marrow = bodies.length < LEAST ? Float.NaN : (float) new OrderStatistics(bodies, bodies.length).lower(0.5);
        float white = marrow > black ? (float) (black + ABOVE_MARROW * (marrow - black)) : (float) signal.lower(0.995);
        white = white > black ? white : black + 1;
        float brightest = (float) signal.lower(0.999);
        return new DisplayWindow(black, white, brightest > white ? brightest : white + (white - black), marrow);
    }

    /** 0..255. */
    public int grey(double signal) {
        double share = (signal - black) / (white - black);
        double grey = share <= 1 ? LINEAR * share : LINEAR + (1 - LINEAR) * (signal - white) / (brightest - white);
        return (int) Math.round(255 * Math.max(0, Math.min(1, grey)));
    }

    /**
     * The greys of this window as another shows them.
     *
     * @param top signal that the other, linear from the same black, shows white
     * @return 33 shares of white, for the greys 0, 8, 16, ... of 256 and between them linear
     */
    public double[] linearUpTo(double top) {
        double[] table = new double[33];
        for (int i = 0; i < table.length; i++) {
            double grey = i / 32.0;
            double signal = grey <= LINEAR ? black + (white - black) * grey / LINEAR
                    : white + (brightest - white) * (grey - LINEAR) / (1 - LINEAR);
            table[i] = Math.max(0, Math.min(1, (signal - black) / (top - black)));
        }
        return table;
    }
}

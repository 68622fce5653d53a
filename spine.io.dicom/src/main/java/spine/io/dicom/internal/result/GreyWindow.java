package spine.io.dicom.internal.result;

import java.util.Arrays;
import spine.api.image.Slice;
import spine.common.stats.Quantiles;

/**
 * Signals between black and white.
 *
 * @param black highest signal that is black
 * @param white lowest signal that is white, above {@code black}
 */
public record GreyWindow(double black, double white) {

    /** Black at the 1st, white at the 99.5th percentile of one image. */
    public static GreyWindow of(Slice slice) {
        float[] sorted = slice.pixels().clone();
        Arrays.sort(sorted);
        float black = Quantiles.lower(sorted, 0.01);
        float white = Quantiles.lower(sorted, 0.995);
        return new GreyWindow(black, white > black ? white : black + 1);
    }

    /** 0..255. */
    public int grey(double signal) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, (signal - black) / (white - black))));
    }
}

package spine.report.internal.html.drawing;

import java.util.Arrays;
import spine.api.image.Slice;

/** Maps signal to grey: black at the 1st, white at the 99.5th percentile of one slice. */
record DisplayWindow(float black, float white) {

    static DisplayWindow of(Slice slice) {
        float[] sorted = slice.pixels().clone();
        Arrays.sort(sorted);
        float black = sorted[(int) (0.01 * (sorted.length - 1))];
        float white = sorted[(int) (0.995 * (sorted.length - 1))];
        return new DisplayWindow(black, white > black ? white : black + 1);
    }

    /** 0..255. */
    int grey(float signal) {
        float share = (signal - black) / (white - black);
        return Math.round(255 * Math.max(0, Math.min(1, share)));
    }
}

package spine.report.internal.drawing;

import spine.api.image.Slice;
import spine.common.stats.OrderStatistics;

/** Maps signal to grey: black at the 1st, white at the 99.5th percentile of one slice. */
record DisplayWindow(float black, float white) {

    static DisplayWindow of(Slice slice) {
        OrderStatistics signal = OrderStatistics.of(slice.pixels());
        float black = (float) signal.lower(0.01);
        float white = (float) signal.lower(0.995);
        return new DisplayWindow(black, white > black ? white : black + 1);
    }

    /** 0..255. */
    int grey(float signal) {
        float share = (signal - black) / (white - black);
        return Math.round(255 * Math.max(0, Math.min(1, share)));
    }
}

package spine.phantom.internal.shift.numeric;

/** A piecewise linear function, constant beyond its ends. Immutable. */
public final class PiecewiseLinear {
    private final double[] pairs;

    /** @param pairs position and value of every knot, by ascending position */
    public PiecewiseLinear(double... pairs) {
        this.pairs = pairs.clone();
    }

    public double at(double x) {
        int last = pairs.length - 2;
        if (x <= pairs[0]) {
            return pairs[1];
        }
        for (int i = 2; i <= last; i += 2) {
            if (x <= pairs[i]) {
                double t = (x - pairs[i - 2]) / (pairs[i] - pairs[i - 2]);
                return pairs[i - 1] + (pairs[i + 1] - pairs[i - 1]) * t;
            }
        }
        return pairs[last + 1];
    }
}

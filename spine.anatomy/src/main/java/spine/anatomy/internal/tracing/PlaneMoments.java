package spine.anatomy.internal.tracing;

/**
 * Moments of points in the coordinates of the centreline, for the least-squares plane {@code arc = a + b front + c left}; the
 * slopes are regularised (ridge regression), so that they go to zero where nothing supports them.
 */
final class PlaneMoments {
    /** Ridge of the slope towards the left, mm2. Origin: first version. */
    private static final double SIDEWAYS_RIDGE = 15;
    /** Ridge of the slope towards the front, mm2. Origin: first version. */
    private static final double FORWARD_RIDGE = 2;
    /** Largest slope of a plane, about 31 degrees. Origin: first version. */
    private static final double STEEPEST = 0.6;

    private int count;
    private double f;
    private double l;
    private double s;
    private double ff;
    private double ll;
    private double ss;
    private double fl;
    private double fs;
    private double ls;

    void add(double front, double left, double arc) {
        count++;
        f += front;
        l += left;
        s += arc;
        ff += front * front;
        ll += left * left;
        ss += arc * arc;
        fl += front * left;
        fs += front * arc;
        ls += left * arc;
    }

    int count() {
        return count;
    }

    double meanFront() {
        return f / count;
    }

    double meanLeft() {
        return l / count;
    }

    /** Arc at the centroid and the two slopes. */
    double[] plane() {
        double a = ff / count - f / count * f / count + FORWARD_RIDGE;
        double d = ll / count - l / count * l / count + SIDEWAYS_RIDGE;
        double b = fl / count - f / count * l / count;
        double u = fs / count - f / count * s / count;
        double v = ls / count - l / count * s / count;
        double det = a * d - b * b;
        double byFront = (u * d - v * b) / det;
        double byLeft = (v * a - u * b) / det;
        return new double[] {s / count, Math.max(-STEEPEST, Math.min(STEEPEST, byFront)),
            Math.max(-STEEPEST, Math.min(STEEPEST, byLeft))};
    }

    /** Standard deviation of arc about the plane. */
    double spread(double[] plane) {
        double u = fs / count - f / count * s / count;
        double v = ls / count - l / count * s / count;
        double w = fl / count - f / count * l / count;
        double vf = ff / count - f / count * f / count;
        double vl = ll / count - l / count * l / count;
        double rest = ss / count - s / count * s / count - 2 * plane[1] * u - 2 * plane[2] * v + plane[1] * plane[1] * vf
                + plane[2] * plane[2] * vl + 2 * plane[1] * plane[2] * w;
        return Math.sqrt(Math.max(0, rest));
    }
}

package spine.anatomy.internal.tracing;

import java.util.ArrayList;
import java.util.List;
import spine.api.image.Vec3;

/** Smooths a line of points: local straight-line fits over z (LOESS), straight bridges over gaps and straight ends. */
final class CentrelineSmoother {
    /** Standard deviation of the Gaussian weights, mm. Origin: first version. */
    private static final double SMOOTH_MM = 12;
    /** Distance of the points that bridge a gap, mm. Origin: bench 2. */
    private static final double BRIDGE_MM = 5;
    /** Length by which both ends go on straight, mm. Origin: first version. */
    private static final double BEYOND_MM = 40;
    /** Distance of the points of the result along z, mm. Origin: first version. */
    private static final double STEP_MM = 3;
    /** Keeps the fits regular where there are no points. */
    private static final double EPSILON = 1e-9;

    private CentrelineSmoother() {
    }

    /** @param points rows of x, y, z (mm) and weight (mm3) from head to foot, at least one */
    static Centreline smooth(double[][] points) {
        double[][] supported = bridged(points);
        double top = supported[0][2];
        double bottom = supported[supported.length - 1][2];
        List<Vec3> curve = new ArrayList<>();
        int steps = Math.max(2, (int) Math.round((top - bottom) / STEP_MM));
        for (int i = 0; i <= steps; i++) {
            double z = top - (top - bottom) * i / steps;
            double[] fit = localLine(supported, z);
            Vec3 point = new Vec3(fit[0], fit[1], z);
            if (i == 0) {
                curve.add(point.plus(new Vec3(fit[2], fit[3], 1).unit().times(BEYOND_MM)));
            }
            curve.add(point);
            if (i == steps) {
                curve.add(point.minus(new Vec3(fit[2], fit[3], 1).unit().times(BEYOND_MM)));
            }
        }
        return new Centreline(curve);
    }

    /** The points that enough bone supports, with straight bridges where it is missing. */
    private static double[][] bridged(double[][] points) {
        List<double[]> result = new ArrayList<>();
        double[] last = null;
        for (double[] point : points) {
            if (point[3] < SpinePath.LEAST_VOLUME && last != null && point != points[points.length - 1]) {
                continue;
            }
            int steps = last == null ? 0 : (int) ((last[2] - point[2]) / BRIDGE_MM);
            for (int k = 1; k < steps; k++) {
                double t = (double) k / steps;
                double[] between = new double[4];
                for (int c = 0; c < 4; c++) {
                    between[c] = last[c] + t * (point[c] - last[c]);
                }
                result.add(between);
            }
            result.add(point);
            last = point;
        }
        return result.toArray(double[][]::new);
    }

    /** x, y, dx/dz, dy/dz at z. */
    private static double[] localLine(double[][] points, double z) {
        double w = 0;
        double sz = 0;
        double szz = 0;
        double[] s = new double[2];
        double[] szs = new double[2];
        for (double[] p : points) {
            double d = p[2] - z;
            double k = p[3] * (Math.exp(-d * d / (2 * SMOOTH_MM * SMOOTH_MM)) + EPSILON);
            w += k;
            sz += k * d;
            szz += k * d * d;
            for (int c = 0; c < 2; c++) {
                s[c] += k * p[c];
                szs[c] += k * d * p[c];
            }
        }
        double determinant = w * szz - sz * sz + EPSILON * w * w;
        double[] fit = new double[4];
        for (int c = 0; c < 2; c++) {
            fit[2 + c] = (w * szs[c] - sz * s[c]) / determinant;
            fit[c] = (s[c] - fit[2 + c] * sz) / w;
        }
        return fit;
    }
}

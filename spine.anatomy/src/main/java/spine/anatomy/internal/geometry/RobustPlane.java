package spine.anatomy.internal.geometry;

import java.util.Arrays;
import spine.common.stats.OrderStatistics;

/**
 * Robust plane {@code height = a + b u + c w} through surface samples: iteratively reweighted least squares with Tukey's biweight;
 * the slopes are regularised (ridge regression), so that they go to zero where the samples hardly spread.
 *
 * @param height a: height at u = w = 0
 * @param forward b: rise per mm towards the front
 * @param sideways c: rise per mm towards the left
 */
record RobustPlane(double height, double forward, double sideways) {
    /** Ridge of the slope towards the front, mm2. Origin: worn endplates. */
    private static final double FORWARD_RIDGE = 4;
    /** Ridge of the slope towards the left, mm2. Origin: first version. */
    private static final double SIDEWAYS_RIDGE = 25;
    /** Rounds of reweighting. Origin: first version. */
    private static final int ROUNDS = 6;
    /** Distance from which a sample is an outlier, in median distances. Origin: first version. */
    private static final double OUTLIER = 5;
    /** Least such distance, mm. Origin: first version. */
    private static final double LEAST_OUTLIER_MM = 2;
    /** Weight of an outlier, which keeps the fit solvable. */
    private static final double OUTLIER_WEIGHT = 1e-6;

    /** @param n number of samples, at least one */
    static RobustPlane fit(double[] u, double[] w, double[] h, int n) {
        double[] weight = new double[n];
        Arrays.fill(weight, 1);
        RobustPlane plane = new RobustPlane(0, 0, 0);
        for (int round = 0; round < ROUNDS; round++) {
            plane = solve(u, w, h, weight, n);
            double[] off = new double[n];
            for (int i = 0; i < n; i++) {
                off[i] = Math.abs(h[i] - plane.at(u[i], w[i]));
            }
            double reach = Math.max(LEAST_OUTLIER_MM, OUTLIER * new OrderStatistics(off.clone(), n).at(n / 2));
            for (int i = 0; i < n; i++) {
                double q = off[i] / reach;
                weight[i] = q >= 1 ? OUTLIER_WEIGHT : (1 - q * q) * (1 - q * q);
            }
        }
        return plane;
    }

    double at(double u, double w) {
        return height + forward * u + sideways * w;
    }

    private static RobustPlane solve(double[] u, double[] w, double[] h, double[] weight, int n) {
        double s = 0;
        double su = 0;
        double sw = 0;
        double sh = 0;
        for (int i = 0; i < n; i++) {
            s += weight[i];
            su += weight[i] * u[i];
            sw += weight[i] * w[i];
            sh += weight[i] * h[i];
        }
        double mu = su / s;
        double mw = sw / s;
        double mh = sh / s;
        double uu = FORWARD_RIDGE;
        double ww = SIDEWAYS_RIDGE;
        double uw = 0;
        double uh = 0;
        double wh = 0;
        for (int i = 0; i < n; i++) {
            double k = weight[i] / s;
            uu += k * (u[i] - mu) * (u[i] - mu);
            ww += k * (w[i] - mw) * (w[i] - mw);
            uw += k * (u[i] - mu) * (w[i] - mw);
            uh += k * (u[i] - mu) * (h[i] - mh);
            wh += k * (w[i] - mw) * (h[i] - mh);
        }
        double det = uu * ww - uw * uw;
        double b = (uh * ww - wh * uw) / det;
        double c = (wh * uu - uh * uw) / det;
        return new RobustPlane(mh - b * mu - c * mw, b, c);
    }
}

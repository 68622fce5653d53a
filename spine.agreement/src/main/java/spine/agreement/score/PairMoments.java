package spine.agreement.score;

import spine.agreement.Pairs;
import spine.agreement.internal.Moments;

/** Means, and variances and covariance over n. */
record PairMoments(double meanFirst, double meanSecond, double varianceFirst, double varianceSecond, double covariance) {

    static PairMoments of(Pairs pairs) {
        int n = pairs.n();
        double[] first = pairs.first();
        double[] second = pairs.second();
        Moments one = Moments.of(first);
        Moments other = Moments.of(second);
        double covariance = 0;
        for (int i = 0; i < n; i++) {
            covariance += (first[i] - one.mean()) * (second[i] - other.mean()) / n;
        }
        return new PairMoments(one.mean(), other.mean(), one.variance() * (n - 1) / n, other.variance() * (n - 1) / n,
                one.variance() == 0 || other.variance() == 0 ? 0 : covariance);
    }

    /** Between -1 and 1; exactly there where it differs by rounding alone. */
    double correlation() {
        double r = covariance / Math.sqrt(varianceFirst * varianceSecond);
        return 1 - Math.abs(r) < 1e-14 ? Math.signum(r) : r;
    }
}

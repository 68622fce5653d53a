package spine.evaluate.internal.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Percentile intervals by drawing whole patients with replacement: images of one patient are not independent. */
public final class Bootstrap {
    private static final int DRAWS = 1000;
    private static final long SEED = 20260101;

    private Bootstrap() {
    }

    /** The statistic of all patients with its 95 % interval; draws for which it is undefined are left out. */
    public static <P> Estimate of(List<P> patients, ToDoubleFunction<List<P>> statistic) {
        double value = statistic.applyAsDouble(patients);
        if (patients.size() < 2 || Double.isNaN(value)) {
            return Estimate.of(value);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] drawn = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            List<P> sample = new ArrayList<>(patients.size());
            for (int i = 0; i < patients.size(); i++) {
                sample.add(patients.get(random.nextInt(patients.size())));
            }
            drawn[draw] = statistic.applyAsDouble(sample);
        }
        double[] defined = Arrays.stream(drawn).filter(Double::isFinite).sorted().toArray();
        return defined.length == 0 ? Estimate.of(value)
                : new Estimate(value, quantile(defined, 0.025), quantile(defined, 0.975));
    }

    private static double quantile(double[] sorted, double p) {
        double at = p * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}

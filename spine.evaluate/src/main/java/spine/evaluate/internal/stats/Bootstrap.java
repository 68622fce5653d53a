package spine.evaluate.internal.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import spine.common.stats.Quantiles;

/**
 * Percentile intervals by drawing whole patients with replacement: images of one patient are not independent. The
 * seed is fixed, so that every statistic of the same patients uses the same draws.
 */
public final class Bootstrap {
    /** Number of bootstrap samples. */
    public static final int DRAWS = 2000;
    /** Seed of the random numbers. */
    public static final long SEED = 20260101;

    private Bootstrap() {
    }

    /**
     * The statistic with its 95 % interval; draws for which it is undefined are left out.
     *
     * @param statistic of a sample, which is given as the number of times that every patient is in it; must not keep the array
     */
    public static Estimate weighted(int patients, ToDoubleFunction<int[]> statistic) {
        int[] weights = new int[patients];
        Arrays.fill(weights, 1);
        double value = statistic.applyAsDouble(weights);
        if (patients < 2 || !Double.isFinite(value)) {
            return Estimate.of(value);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] drawn = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            Arrays.fill(weights, 0);
            for (int i = 0; i < patients; i++) {
                weights[random.nextInt(patients)]++;
            }
            drawn[draw] = statistic.applyAsDouble(weights);
        }
        double[] defined = Arrays.stream(drawn).filter(Double::isFinite).sorted().toArray();
        return defined.length == 0 ? Estimate.of(value)
                : new Estimate(value, Quantiles.linear(defined, 0.025), Quantiles.linear(defined, 0.975), IntervalMethod.BOOTSTRAP);
    }

    /** The same for a statistic of a list that has each patient as often as it was drawn. */
    public static <P> Estimate of(List<P> patients, ToDoubleFunction<List<P>> statistic) {
        return weighted(patients.size(), weights -> {
            List<P> sample = new ArrayList<>(patients.size());
            for (int i = 0; i < weights.length; i++) {
                for (int copy = 0; copy < weights[i]; copy++) {
                    sample.add(patients.get(i));
                }
            }
            return statistic.applyAsDouble(sample);
        });
    }

    /** Sum of parts over sum of wholes, {@code [patient]} each. */
    public static Estimate ratio(double[] parts, double[] wholes) {
        return weighted(parts.length, weights -> {
            double part = 0;
            double whole = 0;
            for (int i = 0; i < weights.length; i++) {
                part += weights[i] * parts[i];
                whole += weights[i] * wholes[i];
            }
            return part / whole;
        });
    }
}

package spine.agreement.resampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import spine.agreement.Estimate;
import spine.agreement.Interval;
import spine.agreement.IntervalMethod;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.internal.Distributions;
import spine.common.stats.Quantiles;

/**
 * Intervals by drawing whole patients with replacement: images and units of one patient are not independent (Efron and Tibshirani, An
 * Introduction to the Bootstrap, 1993). The same seed gives every statistic of as many patients the same samples.
 *
 * @param draws number of samples, at least 1; 2000 are usual
 * @param seed of the random numbers
 * @param confidence such as 0.95
 * @param corrected whether ends are corrected for bias and acceleration (BCa; chapter 14); otherwise they are plain percentiles
 *     (chapter 13), by linear interpolation
 */
public record Bootstrap(int draws, long seed, double confidence, boolean corrected) {

    /** @throws IllegalArgumentException if there is no draw or the confidence is not between 0 and 1 */
    public Bootstrap {
        if (draws < 1) {
            throw new IllegalArgumentException("A bootstrap needs a sample at least, not " + draws + ".");
        }
        Interval.confident(confidence);
    }

    /** With plain percentiles. */
    public static Bootstrap percentile(int draws, long seed, double confidence) {
        return new Bootstrap(draws, seed, confidence, false);
    }

    /** Corrected for bias and acceleration. */
    public static Bootstrap bca(int draws, long seed, double confidence) {
        return new Bootstrap(draws, seed, confidence, true);
    }

    /**
     * A statistic of patients with its interval.
     *
     * @param statistic of a sample, which is given as the number of times that every patient is in it; must not keep the array. NaN,
     *     infinite or an {@link UndefinedStatisticException} says that the sample does not determine it
     * @throws UndefinedStatisticException if the patients themselves do not determine it
     */
    public BootstrapEstimate weighted(int patients, ToDoubleFunction<int[]> statistic) {
        int[] weights = new int[patients];
        Arrays.fill(weights, 1);
        double value = statistic.applyAsDouble(weights);
        Estimate alone = Estimate.of(value, patients);
        if (patients < 2) {
            return new BootstrapEstimate(alone, 0);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            Arrays.fill(weights, 0);
            for (int i = 0; i < patients; i++) {
                weights[random.nextInt(patients)]++;
            }
            drawn[draw] = defined(statistic, weights);
        }
        double[] sorted = Arrays.stream(drawn).filter(Double::isFinite).sorted().toArray();
        int undefined = draws - sorted.length;
        if (sorted.length == 0) {
            return new BootstrapEstimate(alone, undefined);
        }
        double tail = (1 - confidence) / 2;
        double[] ends = corrected ? ends(value, sorted, left(patients, statistic)) : new double[] {tail, 1 - tail};
        return new BootstrapEstimate(Double.isNaN(ends[0]) ? alone : Estimate.of(value, Quantiles.linear(sorted, ends[0]),
                Quantiles.linear(sorted, ends[1]), confidence, corrected ? IntervalMethod.BOOTSTRAP_BCA : IntervalMethod.BOOTSTRAP,
                patients), undefined);
    }

    /** The same for a statistic of a list that has each patient as often as it was drawn. */
    public <P> BootstrapEstimate of(List<P> patients, ToDoubleFunction<List<P>> statistic) {
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

    /**
     * Sum of parts over sum of wholes, {@code [patient]} each.
     *
     * @throws UndefinedStatisticException if the wholes sum to 0
     */
    public BootstrapEstimate ratio(double[] parts, double[] wholes) {
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

    private static double defined(ToDoubleFunction<int[]> statistic, int[] weights) {
        try {
            return statistic.applyAsDouble(weights);
        } catch (UndefinedStatisticException undefined) {
            return Double.NaN;
        }
    }

    /** The statistic without each of the patients. */
    private static double[] left(int patients, ToDoubleFunction<int[]> statistic) {
        double[] left = new double[patients];
        int[] weights = new int[patients];
        for (int out = 0; out < patients; out++) {
            Arrays.fill(weights, 1);
            weights[out] = 0;
            left[out] = defined(statistic, weights);
        }
        return Arrays.stream(left).filter(Double::isFinite).toArray();
    }

    /** The two shares of the samples at which a BCa interval ends; NaN if they are not determined. Ties with the value count half. */
    private double[] ends(double value, double[] sorted, double[] left) {
        double below = 0;
        for (double sample : sorted) {
            below += sample < value ? 1 : sample == value ? 0.5 : 0;
        }
        double share = below / sorted.length;
        if (share == 0 || share == 1) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double bias = Distributions.normalQuantile(share);
        double mean = Arrays.stream(left).average().orElse(0);
        double squares = 0;
        double cubes = 0;
        for (double without : left) {
            squares += (mean - without) * (mean - without);
            cubes += Math.pow(mean - without, 3);
        }
        double acceleration = squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
        double z = Distributions.z(confidence);
        return new double[] {end(bias, acceleration, -z), end(bias, acceleration, z)};
    }

    private static double end(double bias, double acceleration, double z) {
        return Distributions.normal(bias + (bias + z) / (1 - acceleration * (bias + z)));
    }
}

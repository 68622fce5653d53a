package spine.agreement.category;

import java.util.Arrays;
import spine.agreement.Estimate;
import spine.agreement.Readings;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.resampling.Bootstrap;
import spine.agreement.resampling.BootstrapEstimate;

/**
 * Krippendorff's alpha of any number of raters with readings missing: 1 - observed / expected disagreement, by the coincidences of values
 * within subjects (Hayes and Krippendorff, Commun Methods Meas 2007;1:77-89). Subjects with fewer than two readings do not count.
 */
public final class KrippendorffAlpha {
    private final Categories values;
    private final CategoryCounts counts;
    private final Scale scale;

    public KrippendorffAlpha(Readings readings, Scale scale) {
        this.values = Categories.in(readings);
        this.counts = CategoryCounts.of(readings, values);
        this.scale = scale;
    }

    /**
     * Without interval; n counts subjects with two readings or more.
     *
     * @throws UndefinedStatisticException if there is none, or all their readings are the same
     */
    public Estimate estimate() {
        int[] once = new int[counts.subjects()];
        Arrays.fill(once, 1);
        int several = 0;
        for (int i = 0; i < once.length; i++) {
            several += counts.raters(i) > 1 ? 1 : 0;
        }
        return Estimate.of(alpha(once), several);
    }

    /**
     * With an interval by redrawing subjects that have a reading, whose number is n.
     *
     * @throws UndefinedStatisticException as {@link #estimate()}
     */
    public BootstrapEstimate estimate(Bootstrap bootstrap) {
        return bootstrap.weighted(counts.subjects(), this::alpha);
    }

    /** @param times how often each subject counts */
    private double alpha(int[] times) {
        int q = values.size();
        double[] total = new double[q];
        double readings = 0;
        for (int i = 0; i < times.length; i++) {
            for (int c = 0; c < q && counts.raters(i) > 1; c++) {
                total[c] += times[i] * counts.count(i, c);
                readings += times[i] * counts.count(i, c);
            }
        }
        double expected = disagreement(total, total) / (readings - 1);
        if (!(expected > 0)) {
            throw new UndefinedStatisticException("Krippendorff's alpha is undefined: " + (readings == 0 ? "no subject has two readings."
                    : "all readings are the same."));
        }
        double observed = 0;
        for (int i = 0; i < times.length; i++) {
            if (times[i] > 0 && counts.raters(i) > 1) {
                double[] own = new double[q];
                for (int c = 0; c < q; c++) {
                    own[c] = counts.count(i, c);
                }
                observed += times[i] * disagreement(own, total) / (counts.raters(i) - 1);
            }
        }
        return 1 - observed / expected;
    }

    /** Of all pairs of readings; {@code all} says how many there are of each value in the whole sample. */
    private double disagreement(double[] numbers, double[] all) {
        double sum = 0;
        for (int c = 0; c < numbers.length; c++) {
            double between = all[c] / 2;
            for (int d = c + 1; d < numbers.length && numbers[c] > 0; d++) {
                between += all[d] / 2;
                double apart = switch (scale) {
                    case NOMINAL -> 1;
                    case ORDINAL -> between;
                    case INTERVAL -> values.value(d) - values.value(c);
                };
                sum += numbers[c] * numbers[d] * apart * apart;
                between += all[d] / 2;
            }
        }
        return sum;
    }
}

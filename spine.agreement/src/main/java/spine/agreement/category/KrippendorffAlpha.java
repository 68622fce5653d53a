package spine.agreement.category;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private final Scale scale;
    /** Of each subject with two readings or more, the categories that were chosen, one for each reading. */
    private final List<int[]> subjects = new ArrayList<>();

    public KrippendorffAlpha(Readings readings, Scale scale) {
        this.values = Categories.in(readings);
        this.scale = scale;
        for (int i = 0; i < readings.subjects(); i++) {
            int[] chosen = Arrays.stream(readings.subject(i)).filter(reading -> !Double.isNaN(reading)).mapToInt(values::of).toArray();
            if (chosen.length > 1) {
                subjects.add(chosen);
            }
        }
    }

    /**
     * Without interval; n counts subjects with two readings or more.
     *
     * @throws UndefinedStatisticException if there is none, or all their readings are the same
     */
    public Estimate estimate() {
        int[] once = new int[subjects.size()];
        Arrays.fill(once, 1);
        return Estimate.of(alpha(once), once.length);
    }

    /**
     * With an interval by redrawing the same subjects.
     *
     * @throws UndefinedStatisticException as {@link #estimate()}
     */
    public BootstrapEstimate estimate(Bootstrap bootstrap) {
        return bootstrap.weighted(subjects.size(), this::alpha);
    }

    /** @param times how often each subject counts */
    private double alpha(int[] times) {
        double[] numbers = new double[values.size()];
        double all = 0;
        for (int i = 0; i < times.length; i++) {
            for (int category : subjects.get(i)) {
                numbers[category] += times[i];
                all += times[i];
            }
        }
        if (Arrays.stream(numbers).filter(number -> number > 0).count() < 2) {
            throw new UndefinedStatisticException("Krippendorff's alpha is undefined: " + (all == 0 ? "no subject has two readings."
                    : "all readings are the same."));
        }
        double[] places = places(numbers);
        double observed = 0;
        for (int i = 0; i < times.length; i++) {
            int[] chosen = subjects.get(i);
            for (int first = 1; first < chosen.length && times[i] > 0; first++) {
                for (int second = 0; second < first; second++) {
                    double apart = scale == Scale.NOMINAL ? chosen[first] == chosen[second] ? 0 : 1
                            : places[chosen[first]] - places[chosen[second]];
                    observed += times[i] * apart * apart / (chosen.length - 1);
                }
            }
        }
        return 1 - observed * (all - 1) / disagreement(numbers, places, all);
    }

    /** Where the categories lie: at their values, or at the mean rank of their readings. */
    private double[] places(double[] numbers) {
        double[] places = new double[numbers.length];
        double below = 0;
        for (int c = 0; c < places.length; c++) {
            places[c] = scale == Scale.INTERVAL ? values.value(c) : below + numbers[c] / 2;
            below += numbers[c];
        }
        return places;
    }

    /** Of all pairs of readings, whosoever they are: the sum of squares around the mean is that of all pairs over their number. */
    private double disagreement(double[] numbers, double[] places, double all) {
        double mean = 0;
        double same = 0;
        for (int c = 0; c < numbers.length; c++) {
            mean += numbers[c] * places[c] / all;
            same += numbers[c] * numbers[c];
        }
        double squares = 0;
        for (int c = 0; c < numbers.length; c++) {
            squares += numbers[c] * (places[c] - mean) * (places[c] - mean);
        }
        return scale == Scale.NOMINAL ? (all * all - same) / 2 : all * squares;
    }
}

package spine.agreement.decision;

import java.util.ArrayList;
import java.util.List;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.resampling.Bootstrap;
import spine.agreement.resampling.BootstrapEstimate;

/**
 * Expected calibration error: the mean over predictions of the distance between the mean confidence of their bin and its share of right
 * ones, in ten bins of equal width (Guo et al., ICML 2017;70:1321-30). It is above 0 by chance alone where there are few predictions.
 */
public final class CalibrationError {
    private static final int BINS = 10;

    private CalibrationError() {
    }

    /**
     * @param cases by patient
     * @throws UndefinedStatisticException if there is none
     */
    public static BootstrapEstimate of(List<List<CalibrationCurve.Case>> cases, Bootstrap bootstrap) {
        List<double[][]> patients = new ArrayList<>();
        for (List<CalibrationCurve.Case> patient : cases) {
            double[][] sums = new double[BINS][3];
            for (CalibrationCurve.Case said : patient) {
                double[] bin = sums[Math.min(BINS - 1, (int) (said.confidence() * BINS))];
                bin[0] += said.confidence();
                bin[1] += said.right() ? 1 : 0;
                bin[2]++;
            }
            patients.add(sums);
        }
        return bootstrap.weighted(patients.size(), weights -> error(patients, weights));
    }

    private static double error(List<double[][]> patients, int[] weights) {
        double off = 0;
        double count = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double excess = 0;
            for (int patient = 0; patient < weights.length; patient++) {
                double[] sums = patients.get(patient)[bin];
                excess += weights[patient] * (sums[0] - sums[1]);
                count += weights[patient] * sums[2];
            }
            off += Math.abs(excess);
        }
        return off / count;
    }
}

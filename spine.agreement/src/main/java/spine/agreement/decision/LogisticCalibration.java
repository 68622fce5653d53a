package spine.agreement.decision;

import java.util.ArrayList;
import java.util.List;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.resampling.Bootstrap;
import spine.agreement.resampling.BootstrapEstimate;

/**
 * Logistic regression of the truth on the log odds of the predicted probability (Cox, Biometrika 1958;45:562-5): intercept 0 and
 * slope 1 if the probabilities are calibrated.
 */
public final class LogisticCalibration {
    /** What a probability may lack to 0 or 1, so that its log odds are finite: half of the step of one that is kept in 8 bits. */
    private static final double LEAST = 1 / 510.0;
    private static final int STEPS = 50;
    private static final double CONVERGED = 1e-9;

    private final int patients;
    private final List<Owned> cases = new ArrayList<>();

    private record Owned(int patient, double logOdds, double confidence, double truth) {
    }

    /** @param cases by patient */
    public LogisticCalibration(List<List<CalibrationCurve.Case>> cases) {
        patients = cases.size();
        for (int patient = 0; patient < patients; patient++) {
            for (CalibrationCurve.Case said : cases.get(patient)) {
                this.cases.add(new Owned(patient, logOdds(said.confidence()), said.confidence(), said.right() ? 1 : 0));
            }
        }
    }

    /** @throws UndefinedStatisticException if it cannot be estimated, as when all cases are positive or all negative */
    public BootstrapEstimate intercept(Bootstrap bootstrap) {
        return bootstrap.weighted(patients, weights -> fit(weights)[0]);
    }

    /** @throws UndefinedStatisticException as {@link #intercept} */
    public BootstrapEstimate slope(Bootstrap bootstrap) {
        return bootstrap.weighted(patients, weights -> fit(weights)[1]);
    }

    /**
     * Mean squared difference of predicted probability and truth (Brier, Mon Weather Rev 1950;78:1-3).
     *
     * @throws UndefinedStatisticException if there is no case
     */
    public BootstrapEstimate brier(Bootstrap bootstrap) {
        double[] squares = new double[patients];
        double[] counts = new double[patients];
        for (Owned said : cases) {
            squares[said.patient] += (said.confidence - said.truth) * (said.confidence - said.truth);
            counts[said.patient]++;
        }
        return bootstrap.ratio(squares, counts);
    }

    /** Maximum likelihood by Newton's method: intercept and slope. */
    private double[] fit(int[] weights) {
        double intercept = 0;
        double slope = 0;
        for (int step = 0; step < STEPS; step++) {
            double byIntercept = 0;
            double bySlope = 0;
            double curve = 0;
            double mixed = 0;
            double steep = 0;
            for (Owned said : cases) {
                double p = 1 / (1 + Math.exp(-intercept - slope * said.logOdds));
                double off = weights[said.patient] * (said.truth - p);
                double spread = weights[said.patient] * p * (1 - p);
                byIntercept += off;
                bySlope += off * said.logOdds;
                curve += spread;
                mixed += spread * said.logOdds;
                steep += spread * said.logOdds * said.logOdds;
            }
            double determinant = curve * steep - mixed * mixed;
            double up = (steep * byIntercept - mixed * bySlope) / determinant;
            double along = (curve * bySlope - mixed * byIntercept) / determinant;
            intercept += up;
            slope += along;
            if (Math.abs(up) + Math.abs(along) < CONVERGED) {
                return new double[] {intercept, slope};
            }
        }
        throw new UndefinedStatisticException("A logistic calibration cannot be estimated from these cases.");
    }

    private static double logOdds(double probability) {
        double p = Math.max(LEAST, Math.min(1 - LEAST, probability));
        return Math.log(p / (1 - p));
    }
}

package spine.evaluate.internal.stats;

import java.util.ArrayList;
import java.util.List;
import spine.api.model.FindingRule;

/**
 * Logistic regression of the truth on the log odds of the predicted probability (Cox, Biometrika 1958;45:562-5): intercept 0 and
 * slope 1 if the probabilities are calibrated.
 */
public final class LogisticCalibration {
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
                this.cases.add(new Owned(patient, FindingRule.logOdds(said.confidence()), said.confidence(), said.right() ? 1 : 0));
            }
        }
    }

    /** NaN if it cannot be estimated, as when all cases are positive or all negative. */
    public Estimate intercept() {
        return Bootstrap.weighted(patients, weights -> fit(weights)[0]);
    }

    /** NaN if it cannot be estimated. */
    public Estimate slope() {
        return Bootstrap.weighted(patients, weights -> fit(weights)[1]);
    }

    /** Mean squared difference of predicted probability and truth (Brier, Mon Weather Rev 1950;78:1-3). */
    public Estimate brier() {
        double[] squares = new double[patients];
        double[] counts = new double[patients];
        for (Owned said : cases) {
            squares[said.patient] += (said.confidence - said.truth) * (said.confidence - said.truth);
            counts[said.patient]++;
        }
        return Bootstrap.ratio(squares, counts);
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
        return new double[] {Double.NaN, Double.NaN};
    }
}

package spine.agreement.decision;

import spine.agreement.Estimate;
import spine.agreement.Interval;
import spine.agreement.IntervalMethod;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.category.CategoryWeights;
import spine.agreement.category.CohenKappa;
import spine.agreement.internal.Distributions;

/**
 * Counts of a yes/no prediction against the truth. Proportions have Wilson's interval, and are undefined ({@link
 * UndefinedStatisticException}) where there is no case of their denominator, which is their n.
 */
public record ConfusionMatrix(long truePositive, long falsePositive, long falseNegative, long trueNegative) {
    public static final ConfusionMatrix NONE = new ConfusionMatrix(0, 0, 0, 0);

    /** @throws IllegalArgumentException if a count is negative */
    public ConfusionMatrix {
        if (truePositive < 0 || falsePositive < 0 || falseNegative < 0 || trueNegative < 0) {
            throw new IllegalArgumentException("A count of cases cannot be negative.");
        }
    }

    public ConfusionMatrix with(boolean truth, boolean prediction) {
        return plus(new ConfusionMatrix(truth && prediction ? 1 : 0, !truth && prediction ? 1 : 0, truth && !prediction ? 1 : 0,
                !truth && !prediction ? 1 : 0));
    }

    /** All counts multiplied by the factor. */
    public ConfusionMatrix times(int factor) {
        return new ConfusionMatrix(factor * truePositive, factor * falsePositive, factor * falseNegative, factor * trueNegative);
    }

    public ConfusionMatrix plus(ConfusionMatrix o) {
        return new ConfusionMatrix(truePositive + o.truePositive, falsePositive + o.falsePositive,
                falseNegative + o.falseNegative, trueNegative + o.trueNegative);
    }

    public long positives() {
        return truePositive + falseNegative;
    }

    public long negatives() {
        return trueNegative + falsePositive;
    }

    public long total() {
        return positives() + negatives();
    }

    public Estimate sensitivity(double confidence) {
        return Proportion.of(truePositive, positives(), confidence);
    }

    public Estimate specificity(double confidence) {
        return Proportion.of(trueNegative, negatives(), confidence);
    }

    public Estimate positivePredictiveValue(double confidence) {
        return Proportion.of(truePositive, truePositive + falsePositive, confidence);
    }

    public Estimate negativePredictiveValue(double confidence) {
        return Proportion.of(trueNegative, trueNegative + falseNegative, confidence);
    }

    public Estimate accuracy(double confidence) {
        return Proportion.of(truePositive + trueNegative, total(), confidence);
    }

    /** Cohen's kappa of truth and prediction. */
    public Estimate kappa(double confidence) {
        return CohenKappa.of(new double[][] {{truePositive, falseNegative}, {falsePositive, trueNegative}}, CategoryWeights.unweighted(2),
                confidence);
    }

    /**
     * Sensitivity / (1 - specificity), with the interval of its logarithm (Simel et al., J Clin Epidemiol 1991;44:763-70); 0, without
     * interval, if no positive case was found. n counts all cases.
     *
     * @throws UndefinedStatisticException if there are no positive or no negative cases, or no false positive ones
     */
    public Estimate positiveLikelihoodRatio(double confidence) {
        return ratio(truePositive, falsePositive, "positive", "no negative case was called positive", confidence);
    }

    /**
     * (1 - sensitivity) / specificity, with the interval of its logarithm; 0, without interval, if no positive case was missed.
     *
     * @throws UndefinedStatisticException if there are no positive or no negative cases, or no true negative ones
     */
    public Estimate negativeLikelihoodRatio(double confidence) {
        return ratio(falseNegative, trueNegative, "negative", "every negative case was called positive", confidence);
    }

    private Estimate ratio(long ofPositives, long ofNegatives, String name, String otherwise, double confidence) {
        double z = Distributions.z(Interval.confident(confidence));
        if (positives() == 0 || negatives() == 0 || ofNegatives == 0) {
            throw new UndefinedStatisticException("The " + name + " likelihood ratio is undefined: "
                    + (positives() == 0 ? "there is no positive case" : negatives() == 0 ? "there is no negative case" : otherwise) + ".");
        }
        double value = (double) ofPositives / positives() * negatives() / ofNegatives;
        if (ofPositives == 0) {
            return Estimate.of(value, total());
        }
        double half = z * Math.sqrt(1.0 / ofPositives - 1.0 / positives() + 1.0 / ofNegatives - 1.0 / negatives());
        return Estimate.of(value, value * Math.exp(-half), value * Math.exp(half), confidence, IntervalMethod.LOGARITHM, total());
    }
}

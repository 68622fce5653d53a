package spine.evaluate.internal.stats;

/** Counts of a yes/no prediction against the truth. */
public record ConfusionMatrix(long truePositive, long falsePositive, long falseNegative, long trueNegative) {
    public static final ConfusionMatrix NONE = new ConfusionMatrix(0, 0, 0, 0);

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

    public Estimate sensitivity() {
        return Proportion.of(truePositive, truePositive + falseNegative);
    }

    public Estimate specificity() {
        return Proportion.of(trueNegative, trueNegative + falsePositive);
    }

    public Estimate positivePredictiveValue() {
        return Proportion.of(truePositive, truePositive + falsePositive);
    }

    public Estimate negativePredictiveValue() {
        return Proportion.of(trueNegative, trueNegative + falseNegative);
    }

    public Estimate accuracy() {
        return Proportion.of(truePositive + trueNegative, total());
    }

    /** Cohen's kappa of truth and prediction. */
    public double kappa() {
        return Kappa.cohen(new double[][] {{truePositive, falseNegative}, {falsePositive, trueNegative}}, Kappa.unweighted(2));
    }

    public long total() {
        return truePositive + falsePositive + falseNegative + trueNegative;
    }
}

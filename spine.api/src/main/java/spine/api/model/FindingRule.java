package spine.api.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * From the answer of an oedema model to findings: where one may be, how probable it is that it is inflammation, and from which
 * probability it counts. The probability is logistic in features of the finding (network, size, signal, position), whose names and
 * definitions are those of the pipeline's {@code FindingFeature}. Fitted by {@code ./spine calibrate} and kept in the card of the
 * model, to whose weights it belongs.
 *
 * @param candidatePoint probability of oedema from which a pixel may belong to a finding, above 0, at most 1
 * @param threshold probability of inflammation from which a finding counts, above 0, at most 1
 * @param intercept log odds of inflammation where every feature is 0
 * @param terms what each feature adds, by its name; at least one
 * @param basis what it was fitted on, in words; empty where nothing was
 */
public record FindingRule(double candidatePoint, double threshold, double intercept, Map<String, Term> terms, String basis) {
    /** Feature of the default rule: log odds of the probability that the most probable pixels reach together over the minimum area. */
    public static final String PEAK = "peak";
    /** Half of the smallest step that {@link spine.api.image.ClassProbabilities} can tell. */
    private static final double LEAST = 1 / 510.0;
    /** Probabilities of findings have four decimals, everywhere: what is compared is what is reported. */
    private static final double STEPS = 1e4;

    /**
     * What one feature adds to the log odds: {@code weight * (value - typical)}.
     *
     * @param weight finite
     * @param typical its mean over the findings of the fit, so that a sum of 0 means a finding like the average one
     */
    public record Term(double weight, double typical) {

        public Term {
            if (!(Double.isFinite(weight) && Double.isFinite(typical))) {
                throw new IllegalArgumentException("a term of the rule for findings has weight " + weight + " and typical value " + typical
                        + "; both must be finite");
            }
        }

        /** Adds to the log odds for that value of the feature. */
        public double of(double value) {
            return weight * (value - typical);
        }
    }

    /** @throws IllegalArgumentException if a number lies outside its range or there is no term */
    public FindingRule {
        Objects.requireNonNull(basis, "basis");
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
        if (!(candidatePoint > 0 && candidatePoint <= 1 && threshold > 0 && threshold <= 1 && Double.isFinite(intercept))
                || terms.isEmpty()) {
            throw new IllegalArgumentException("the rule for findings has the candidate point " + candidatePoint
                    + ", the threshold " + threshold
                    + ", the intercept " + intercept + " and " + terms.size() + " terms; points must lie in 0..1, and a term is needed");
        }
    }

    /**
     * The rule for a model whose card has none: the probability of a finding is the one that its most probable pixels reach together, and
     * every finding at or above the operating point counts.
     *
     * @param operatingPoint of the card, 0..1; 0 is taken for the smallest step
     */
    public static FindingRule ofPeak(double operatingPoint) {
        double point = Math.max(2 * LEAST, operatingPoint);
        return new FindingRule(point, Math.floor(point * STEPS) / STEPS, 0, Map.of(PEAK, new Term(1, 0)), "");
    }

    /** The rule of the card, or that for a card without one. */
    public static FindingRule of(ModelCard card) {
        return card.findings().orElseGet(() -> ofPeak(card.operatingPoint()));
    }

    /** The same rule with another threshold. */
    public FindingRule withThreshold(double other) {
        return new FindingRule(candidatePoint, other, intercept, terms, basis);
    }

    /**
     * The probability that a finding is inflammation.
     *
     * @param feature finite value of the feature of that name
     * @return 0..1, rounded to four decimals
     */
    public double probability(ToDoubleFunction<String> feature) {
        double logOdds = intercept;
        for (Map.Entry<String, Term> term : terms.entrySet()) {
            logOdds += term.getValue().of(feature.applyAsDouble(term.getKey()));
        }
        return Math.round(STEPS / (1 + Math.exp(-logOdds))) / STEPS;
    }

    /** Whether a finding of that probability counts. */
    public boolean counts(double probability) {
        return probability >= threshold;
    }

    /** The first name among the terms that is none of the known features. */
    public Optional<String> unknown(Set<String> known) {
        return terms.keySet().stream().filter(name -> !known.contains(name)).findFirst();
    }

    /** Finite log odds of a probability in 0..1. */
    public static double logOdds(double probability) {
        double p = Math.max(LEAST, Math.min(1 - LEAST, probability));
        return Math.log(p / (1 - p));
    }
}

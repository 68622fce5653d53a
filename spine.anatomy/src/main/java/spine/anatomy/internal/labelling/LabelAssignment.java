package spine.anatomy.internal.labelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import spine.anatomy.internal.tracing.Levels;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.Vertebra;

/**
 * The most likely labels of the bodies of a column, with their probabilities over all paths through the trellis, all body habitus
 * and all numerical variants that come into question.
 *
 * @param level per body 0 (C2) to S1, or -1 for no label
 * @param levels the vertebrae of the most likely variant
 * @param confidence per body the probability of that label's name, 0..1
 * @param scale the patient's size, 1 for the reference tables
 * @param miscounted where bodies have to be split or merged
 */
public record LabelAssignment(int[] level, Levels levels, double[] confidence, double scale, List<LabelAssignment.Miscount> miscounted) {
    /** A habitus whose best path is so much less likely than the best one is left out of the mean. Origin: bench 1. */
    private static final double NEGLIGIBLE = 7;
    /** The same for a habitus that is not tried with another number of vertebrae. Origin: variants. */
    private static final double UNFIT = 10;
    /** Highest confidence of a label that is one of several in one observation. Origin: bench 2. */
    private static final double MOST_IN_SPAN = 0.8;
    /**
     * Logarithm of how common each variant is beside the usual number of vertebrae. Literature: 7.7 % of whole spines have one more or
     * fewer (Tins, PMID 26873359), here spread evenly over the four.
     */
    private static final double LOG_VARIANT = Math.log(0.077 / 4 / 0.923);

    /** Bodies of the column that do not match the number of levels they seem to be. */
    record Miscount(int firstBody, int lastBody, int firstLevel, int lastLevel) {
    }

    /** The best way to match the observations to the levels for one body habitus. */
    private record Match(BodyHabitus habitus, LabelTrellis trellis, ViterbiPath path, double total) {

        static Match of(LabelLikelihood likelihood, BodyHabitus habitus) {
            LabelTrellis trellis = new LabelTrellis(likelihood, habitus);
            ViterbiPath path = trellis.best();
            return new Match(habitus, trellis, path, path.score() + prior(habitus));
        }
    }

    /**
     * What all paths for one body habitus say.
     *
     * @param labels {@code [observation][level]}, probabilities
     * @param evidence logarithm of their likelihood
     */
    private record Posterior(BodyHabitus habitus, double[][] labels, double evidence) {

        static Posterior of(Match match, int observations) {
            double[][] labels = new double[observations][match.habitus.levels().count()];
            double evidence = match.trellis.posterior(labels) + prior(match.habitus);
            return new Posterior(match.habitus, labels, evidence);
        }
    }

    /** @param variants numbers of vertebrae that come into question, at least one */
    static LabelAssignment of(LabelLikelihood likelihood, Collection<NumericalVariant> variants) {
        List<Match> matches = matches(likelihood, variants);
        Match best = best(matches);
        double[][] sum = new double[likelihood.observations().size()][Vertebra.values().length];
        double weights = 0;
        double scale = 0;
        List<Posterior> likely = matches.parallelStream().filter(match -> match.total > best.total - NEGLIGIBLE)
                .map(match -> Posterior.of(match, sum.length)).toList();
        for (Posterior posterior : likely) {
            Levels levels = posterior.habitus.levels();
            double weight = Math.exp(posterior.evidence - likely.get(0).evidence);
            weights += weight;
            scale += weight * posterior.habitus.size();
            for (int k = 0; k < sum.length; k++) {
                for (int l = 0; l < levels.count(); l++) {
                    sum[k][levels.at(l).ordinal()] += weight * posterior.labels[k][l];
                }
            }
        }
        return read(likelihood.observations(), best.path, best.habitus.levels(), sum, weights, scale / weights);
    }

    /** A habitus far from the patient's with the first variant is not tried with the others: one vertebra changes nobody's size. */
    private static List<Match> matches(LabelLikelihood likelihood, Collection<NumericalVariant> variants) {
        List<Match> matches = new ArrayList<>();
        List<Match> first = List.of();
        for (NumericalVariant variant : variants) {
            List<BodyHabitus> habitus = BodyHabitus.of(variant);
            List<Match> before = first;
            double least = before.isEmpty() ? Double.NaN : best(before).total - UNFIT;
            matches.addAll(IntStream.range(0, habitus.size()).parallel().filter(i -> before.isEmpty() || before.get(i).total > least)
                    .mapToObj(i -> Match.of(likelihood, habitus.get(i))).toList());
            first = before.isEmpty() ? List.copyOf(matches) : before;
        }
        return matches;
    }

    /** The first of the most likely ones. */
    private static Match best(List<Match> matches) {
        Match best = matches.get(0);
        for (Match match : matches) {
            best = match.total > best.total ? match : best;
        }
        return best;
    }

    private static double prior(BodyHabitus habitus) {
        return habitus.prior() + (habitus.levels().variant() == NumericalVariant.USUAL ? 0 : LOG_VARIANT);
    }

    private static LabelAssignment read(List<Observation> observations, ViterbiPath path, Levels levels, double[][] sum, double weights,
            double scale) {
        int bodies = observations.get(observations.size() - 1).lastBody() + 1;
        int[] level = new int[bodies];
        double[] confidence = new double[bodies];
        Arrays.fill(level, -1);
        List<Miscount> miscounted = new ArrayList<>();
        int k = 0;
        int l = path.first();
        for (int step : path.steps()) {
            int used = LabelTrellis.levelsOf(step);
            int explained = LabelTrellis.observationsOf(step);
            if (explained > 0 && used > 0) {
                int first = observations.get(k).firstBody();
                int last = observations.get(k + explained - 1).lastBody();
                double probability = Math.min(sum[k][levels.at(l).ordinal()] / weights, used == 1 ? 1 : MOST_IN_SPAN);
                for (int g = first; g <= last && g - first < used; g++) {
                    level[g] = l + g - first;
                    confidence[g] = probability;
                }
                if (last - first + 1 != used) {
                    miscounted.add(new Miscount(first, last, l, l + used - 1));
                }
            }
            k += explained;
            l += used;
        }
        return new LabelAssignment(level, levels, confidence, scale, miscounted);
    }

    /** The same labels with other confidences. */
    LabelAssignment with(double[] newConfidence) {
        return new LabelAssignment(level, levels, newConfidence, scale, miscounted);
    }
}

package spine.anatomy.internal.labelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import spine.anatomy.internal.tracing.Morphometry;

/**
 * The most likely labels of the bodies of a column, with their probabilities over all paths through the trellis and all body
 * habitus.
 *
 * @param level per body 0 (C2) to 23 (S1), or -1 for no label
 * @param confidence per body the probability of that label, 0..1
 * @param scale the patient's size, 1 for the reference tables
 * @param miscounted where bodies have to be split or merged
 */
public record LabelAssignment(int[] level, double[] confidence, double scale, List<LabelAssignment.Miscount> miscounted) {
    /** A habitus whose best path is so much less likely than the best one is left out of the mean. Origin: bench 1. */
    private static final double NEGLIGIBLE = 7;
    /** Highest confidence of a label that is one of several in one observation. Origin: bench 2. */
    private static final double MOST_IN_SPAN = 0.8;

    /** Bodies of the column that do not match the number of levels they seem to be. */
    record Miscount(int firstBody, int lastBody, int firstLevel, int lastLevel) {
    }

    static LabelAssignment of(LabelLikelihood likelihood) {
        List<LabelTrellis> trellises = new ArrayList<>();
        List<ViterbiPath> paths = new ArrayList<>();
        int best = 0;
        for (int i = 0; i < BodyHabitus.ALL.size(); i++) {
            trellises.add(new LabelTrellis(likelihood, BodyHabitus.ALL.get(i)));
            paths.add(trellises.get(i).best());
            best = total(paths, i) > total(paths, best) ? i : best;
        }
        double[][] sum = new double[likelihood.observations().size()][Morphometry.LEVELS];
        double weights = 0;
        double scale = 0;
        double reference = Double.NaN;
        for (int i = 0; i < trellises.size(); i++) {
            if (total(paths, i) > total(paths, best) - NEGLIGIBLE) {
                double[][] labels = new double[likelihood.observations().size()][Morphometry.LEVELS];
                double evidence = trellises.get(i).posterior(labels) + BodyHabitus.ALL.get(i).prior();
                reference = Double.isNaN(reference) ? evidence : reference;
                double weight = Math.exp(evidence - reference);
                weights += weight;
                scale += weight * BodyHabitus.ALL.get(i).size();
                for (int k = 0; k < labels.length; k++) {
                    for (int l = 0; l < labels[k].length; l++) {
                        sum[k][l] += weight * labels[k][l];
                    }
                }
            }
        }
        return read(likelihood.observations(), paths.get(best), sum, weights, scale / weights);
    }

    private static double total(List<ViterbiPath> paths, int i) {
        return paths.get(i).score() + BodyHabitus.ALL.get(i).prior();
    }

    private static LabelAssignment read(List<Observation> observations, ViterbiPath path, double[][] sum, double weights,
            double scale) {
        int bodies = observations.get(observations.size() - 1).lastBody() + 1;
        int[] level = new int[bodies];
        double[] confidence = new double[bodies];
        Arrays.fill(level, -1);
        List<Miscount> miscounted = new ArrayList<>();
        int k = 0;
        int l = path.first();
        for (int step : path.steps()) {
            int levels = LabelTrellis.levelsOf(step);
            int explained = LabelTrellis.observationsOf(step);
            if (explained > 0 && levels > 0) {
                int first = observations.get(k).firstBody();
                int last = observations.get(k + explained - 1).lastBody();
                double probability = Math.min(sum[k][l] / weights, levels == 1 ? 1 : MOST_IN_SPAN);
                for (int g = first; g <= last && g - first < levels; g++) {
                    level[g] = l + g - first;
                    confidence[g] = probability;
                }
                if (last - first + 1 != levels) {
                    miscounted.add(new Miscount(first, last, l, l + levels - 1));
                }
            }
            k += explained;
            l += levels;
        }
        return new LabelAssignment(level, confidence, scale, miscounted);
    }

    /** The same labels with other confidences. */
    LabelAssignment with(double[] newConfidence) {
        return new LabelAssignment(level, newConfidence, scale, miscounted);
    }
}

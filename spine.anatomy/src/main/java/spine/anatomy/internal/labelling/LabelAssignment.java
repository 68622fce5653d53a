package spine.anatomy.internal.labelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import spine.anatomy.internal.tracing.Morphometry;

/**
 * The most likely names of the bodies of a column, with their probabilities over all ways to count and all builds of the
 * patient.
 *
 * @param level per body 0 (C2) to 23 (S1), or -1 for no name
 * @param confidence per body the probability of that name
 * @param scale the patient's size, 1 for the tables
 * @param miscounted where bodies have to be parted or put together
 */
public record LabelAssignment(int[] level, double[] confidence, double scale, List<LabelAssignment.Miscount> miscounted) {
    private static final double NEGLIGIBLE = 7;
    private static final double LEVELS_IN_ONE = 0.8;

    static LabelAssignment of(LabelLikelihood model) {
        List<LabelTrellis> lattices = new ArrayList<>();
        List<LabelTrellis.ViterbiPath> ways = new ArrayList<>();
        int best = 0;
        for (int i = 0; i < BodyHabitus.ALL.size(); i++) {
            lattices.add(new LabelTrellis(model, BodyHabitus.ALL.get(i)));
            ways.add(lattices.get(i).best());
            best = total(ways, i) > total(ways, best) ? i : best;
        }
        double[][] sum = new double[model.pieces().size()][Morphometry.LEVELS];
        double weights = 0;
        double scale = 0;
        double reference = Double.NaN;
        for (int i = 0; i < lattices.size(); i++) {
            if (total(ways, i) > total(ways, best) - NEGLIGIBLE) {
                double[][] names = new double[model.pieces().size()][Morphometry.LEVELS];
                double evidence = lattices.get(i).posterior(names) + BodyHabitus.ALL.get(i).prior();
                reference = Double.isNaN(reference) ? evidence : reference;
                double weight = Math.exp(evidence - reference);
                weights += weight;
                scale += weight * BodyHabitus.ALL.get(i).size();
                for (int g = 0; g < names.length; g++) {
                    for (int l = 0; l < names[g].length; l++) {
                        sum[g][l] += weight * names[g][l];
                    }
                }
            }
        }
        return read(model.pieces(), ways.get(best), sum, weights, scale / weights);
    }

    private static double total(List<LabelTrellis.ViterbiPath> ways, int i) {
        return ways.get(i).score() + BodyHabitus.ALL.get(i).prior();
    }

    private static LabelAssignment read(List<Observation> pieces, LabelTrellis.ViterbiPath way, double[][] sum, double weights,
            double scale) {
        int bodies = pieces.get(pieces.size() - 1).lastBody() + 1;
        int[] level = new int[bodies];
        double[] confidence = new double[bodies];
        Arrays.fill(level, -1);
        List<Miscount> miscounted = new ArrayList<>();
        int k = 0;
        int l = way.first();
        for (int step : way.steps()) {
            int levels = LabelTrellis.levelsOf(step);
            int taken = LabelTrellis.piecesOf(step);
            if (taken > 0 && levels > 0) {
                int first = pieces.get(k).firstBody();
                int last = pieces.get(k + taken - 1).lastBody();
                double sure = Math.min(sum[k][l] / weights, levels == 1 ? 1 : LEVELS_IN_ONE);
                for (int g = first; g <= last && g - first < levels; g++) {
                    level[g] = l + g - first;
                    confidence[g] = sure;
                }
                if (last - first + 1 != levels) {
                    miscounted.add(new Miscount(first, last, l, l + levels - 1));
                }
            }
            k += taken;
            l += levels;
        }
        return new LabelAssignment(level, confidence, scale, miscounted);
    }

    /** Bodies of the column that do not match the number of levels they seem to be. */
    record Miscount(int firstBody, int lastBody, int firstLevel, int lastLevel) {
    }

    LabelAssignment with(double[] trust) {
        return new LabelAssignment(level, trust, scale, miscounted);
    }
}

package spine.anatomy.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The most likely names of the bodies of a column, with their probabilities over all ways to count and all builds of the
 * patient.
 *
 * @param level per body 0 (C2) to 23 (S1), or -1 for no name
 * @param confidence per body the probability of that name
 * @param scale the patient's size, 1 for the tables
 * @param several bodies that seem to hide boundaries, as body, first and last level
 * @param joined boundaries that seem to be made up
 */
record LevelNaming(int[] level, double[] confidence, double scale, List<int[]> several, List<Integer> joined) {
    private static final double NEGLIGIBLE = 7;

    static LevelNaming of(LevelModel model) {
        List<LevelLattice> lattices = new ArrayList<>();
        List<LevelLattice.Way> ways = new ArrayList<>();
        int best = 0;
        for (int i = 0; i < Build.ALL.size(); i++) {
            lattices.add(new LevelLattice(model, Build.ALL.get(i)));
            ways.add(lattices.get(i).best());
            best = total(ways, i) > total(ways, best) ? i : best;
        }
        double[][] sum = new double[model.bodies()][LevelTable.LEVELS];
        double weights = 0;
        double scale = 0;
        double reference = Double.NaN;
        for (int i = 0; i < lattices.size(); i++) {
            if (total(ways, i) > total(ways, best) - NEGLIGIBLE) {
                double[][] names = new double[model.bodies()][LevelTable.LEVELS];
                double evidence = lattices.get(i).posterior(names) + Build.ALL.get(i).prior();
                reference = Double.isNaN(reference) ? evidence : reference;
                double weight = Math.exp(evidence - reference);
                weights += weight;
                scale += weight * Build.ALL.get(i).size();
                for (int g = 0; g < names.length; g++) {
                    for (int l = 0; l < names[g].length; l++) {
                        sum[g][l] += weight * names[g][l];
                    }
                }
            }
        }
        return read(ways.get(best), sum, weights, scale / weights);
    }

    private static double total(List<LevelLattice.Way> ways, int i) {
        return ways.get(i).score() + Build.ALL.get(i).prior();
    }

    private static LevelNaming read(LevelLattice.Way way, double[][] sum, double weights, double scale) {
        int[] level = new int[sum.length];
        double[] confidence = new double[sum.length];
        Arrays.fill(level, -1);
        List<int[]> several = new ArrayList<>();
        List<Integer> joined = new ArrayList<>();
        int g = 0;
        int l = way.first();
        for (int step : way.steps()) {
            int next = LevelLattice.levelAfter(l, step);
            if (step == LevelLattice.NAMED || step == LevelLattice.JOINED) {
                level[g] = l;
                confidence[g] = sum[g][l] / weights;
            }
            if (step == LevelLattice.JOINED) {
                joined.add(g);
            } else if (step == LevelLattice.TWO_LEVELS || step == LevelLattice.THREE_LEVELS) {
                several.add(new int[] {g, l, next - 1});
            }
            g = LevelLattice.bodyAfter(g, step);
            l = next;
        }
        return new LevelNaming(level, confidence, scale, several, joined);
    }

    LevelNaming with(double[] trust) {
        return new LevelNaming(level, trust, scale, several, joined);
    }
}

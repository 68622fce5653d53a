package spine.phantom.internal;

import java.util.Arrays;
import spine.api.score.Score;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.phantom.internal.core.truth.TruthScore;
import spine.phantom.internal.standard.study.PhantomStudy;

/** Prints the distribution of truth scores over many seeds: count, first seed. Not a test. */
final class Statistics {
    private Statistics() {
    }

    public static void main(String[] args) {
        int n = Integer.parseInt(args[0]);
        long seed = Long.parseLong(args[1]);
        double[] totals = new double[n];
        int[] levels = new int[23];
        int findings = 0;
        int deep = 0;
        int intense = 0;
        int absent = 0;
        long start = System.nanoTime();
        for (int i = 0; i < n; i++) {
            Score score = new TruthScore(new PhantomStudy(seed + i)).score();
            totals[i] = score.totals().get("total23");
            for (UnitScore unit : score.units()) {
                absent += unit.unit().present() ? 0 : 1;
                levels[unit.unit().level().index()] += unit.score() > 0 ? 1 : 0;
                for (SliceFinding finding : unit.slices()) {
                    findings++;
                    deep += finding.deep() ? 1 : 0;
                    intense += finding.intense() ? 1 : 0;
                }
            }
        }
        double mean = Arrays.stream(totals).average().orElse(0);
        double sd = Math.sqrt(Arrays.stream(totals).map(t -> (t - mean) * (t - mean)).sum() / (n - 1));
        Arrays.sort(totals);
        System.out.printf("n %d: mean %.1f sd %.1f median %.0f p90 %.0f max %.0f zero %.2f below2 %.2f; %.1f ms each%n", n, mean, sd,
                totals[n / 2], totals[n * 9 / 10], totals[n - 1], Arrays.stream(totals).filter(t -> t == 0).count() / (double) n,
                Arrays.stream(totals).filter(t -> t < 2).count() / (double) n, (System.nanoTime() - start) / 1e6 / n);
        System.out.printf("findings %d deep %.2f intense %.2f absent units %d%nlevels %s%n", findings, deep / (double) findings,
                intense / (double) findings, absent, Arrays.toString(levels));
    }
}

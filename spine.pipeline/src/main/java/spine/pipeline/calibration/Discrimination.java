package spine.pipeline.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How well probabilities of findings tell inflammation from what is none, and how true they are. Immutable. */
public final class Discrimination {
    private static final double LEAST = 1e-6;
    private static final double STEPS = 100;
    private static final int BINS = 5;

    private final double[] probabilities;
    private final boolean[] truth;

    /**
     * @param probabilities 0..1; shared, not copied
     * @param truth one each
     */
    Discrimination(double[] probabilities, boolean[] truth) {
        this.probabilities = probabilities;
        this.truth = truth;
    }

    /**
     * The threshold at which as many findings are counted falsely as are missed, in hundredths: the number of findings, and with it the
     * score, is right on average.
     */
    static double balanced(double[] probabilities, boolean[] truth) {
        double best = 0.5;
        long least = Long.MAX_VALUE;
        for (int step = 1; step < STEPS; step++) {
            double threshold = step / STEPS;
            long counted = IntStream.range(0, truth.length).filter(i -> probabilities[i] >= threshold).count();
            long off = Math.abs(counted - IntStream.range(0, truth.length).filter(i -> truth[i]).count());
            if (off < least) {
                least = off;
                best = threshold;
            }
        }
        return best;
    }

    /** Area under the receiver operating characteristic. */
    public double auc() {
        double wins = 0;
        long pairs = 0;
        for (int i = 0; i < truth.length; i++) {
            for (int j = 0; truth[i] && j < truth.length; j++) {
                if (!truth[j]) {
                    pairs++;
                    wins += probabilities[i] > probabilities[j] ? 1 : probabilities[i] == probabilities[j] ? 0.5 : 0;
                }
            }
        }
        return wins / pairs;
    }

    /** Mean negative log likelihood, natural logarithm. */
    public double logLoss() {
        return IntStream.range(0, truth.length).mapToDouble(i -> {
            double p = Math.max(LEAST, Math.min(1 - LEAST, probabilities[i]));
            return -Math.log(truth[i] ? p : 1 - p);
        }).average().orElse(Double.NaN);
    }

    /** Share of inflammation with at least that probability. */
    public double sensitivity(double threshold) {
        return share(threshold, true);
    }

    /** Share of what is no inflammation with less. */
    public double specificity(double threshold) {
        return 1 - share(threshold, false);
    }

    private double share(double threshold, boolean inflammation) {
        int[] of = IntStream.range(0, truth.length).filter(i -> truth[i] == inflammation).toArray();
        return IntStream.of(of).filter(i -> probabilities[i] >= threshold).count() / (double) of.length;
    }

    /** One line per fifth of the range of probabilities: mean probability, share of inflammation, number. */
    public List<String> reliability() {
        List<String> lines = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            int at = bin;
            int[] in = IntStream.range(0, truth.length).filter(i -> Math.min(BINS - 1, (int) (probabilities[i] * BINS)) == at).toArray();
            if (in.length > 0) {
                lines.add(String.format(Locale.ROOT, "probability %.2f: %.2f are inflammation (n = %d)",
                        IntStream.of(in).mapToDouble(i -> probabilities[i]).average().orElseThrow(),
                        IntStream.of(in).filter(i -> truth[i]).count() / (double) in.length, in.length));
            }
        }
        return lines;
    }
}

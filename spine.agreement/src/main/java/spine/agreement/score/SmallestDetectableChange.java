package spine.agreement.score;

import spine.agreement.Estimate;
import spine.agreement.Pairs;
import spine.agreement.UndefinedStatisticException;
import spine.agreement.internal.Moments;

/**
 * The change of one patient that exceeds the error of measurement with 95 % confidence, in points of the score. Two conventions bear the
 * same name; name the one you use.
 */
public final class SmallestDetectableChange {
    private static final double Z = 1.96;

    private SmallestDetectableChange() {
    }

    /**
     * 1.96 sqrt(2) SEM (de Vet et al., J Clin Epidemiol 2006;59:1033-9). Of pairs it is 1.96 SD of their differences.
     *
     * @param sem standard error of measurement; the interval is that of the SEM, multiplied
     */
    public static Estimate ofError(Estimate sem) {
        double times = Z * Math.sqrt(2);
        return sem.interval().map(bounds -> Estimate.of(times * sem.value(), times * bounds.lower(), times * bounds.upper(),
                bounds.confidence(), bounds.method(), sem.n())).orElseGet(() -> Estimate.of(times * sem.value(), sem.n()));
    }

    /**
     * 1.96 SD / (sqrt(2) sqrt(k)), where SD is that of the differences between the change scores of two readers (Bruynesteyn et al., Ann
     * Rheum Dis 2005;64:179-82); the convention of papers on SPARCC. With the chi-squared interval; n counts patients.
     *
     * @param changes change scores of the first and the second reader, by patient
     * @param averaged readers whose mean the reported change is (k), at least 1
     * @throws UndefinedStatisticException if there are fewer than two pairs
     */
    public static Estimate ofChangeScores(Pairs changes, int averaged, double confidence) {
        if (averaged < 1) {
            throw new IllegalArgumentException("A change is the mean of one reader at least, not of " + averaged + ".");
        }
        int n = changes.atLeast(2, "The smallest detectable change").n();
        return Spread.of(Z * Moments.of(changes.differences()).sd() / Math.sqrt(2.0 * averaged), n - 1, n, confidence);
    }
}

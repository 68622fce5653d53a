package spine.phantom.internal.standard.tissue;

import java.util.Arrays;
import spine.phantom.internal.core.random.SeededRandom;

/**
 * How much brighter or darker every tissue is than its textbook values say. Effective T2 in an echo train, magnetisation transfer and
 * plain biology move signals further than T1 and T2 tables admit, and no two scanners agree. Immutable.
 */
public final class TissueVariation {
    /** The textbook. */
    public static final TissueVariation NONE = new TissueVariation(ones(), 1);
    private final double[] byTissue;
    private final double oedema;

    private TissueVariation(double[] byTissue, double oedema) {
        this.byTissue = byTissue;
        this.oedema = oedema;
    }

    /** Independent log-normal factors; strong in most examinations. */
    public static TissueVariation draw(SeededRandom random) {
        double spread = random.chance(0.2) ? random.uniform(0, 0.15) : random.uniform(0.22, 0.38);
        double[] factors = ones();
        for (Tissue tissue : Tissue.values()) {
            factors[tissue.ordinal()] = StrictMath.exp(random.normal(0, spread));
        }
        int fluid = Tissue.CSF.ordinal();
        factors[fluid] = random.chance(0.12) ? random.uniform(0.45, 0.75) : random.uniform(0.75, 1.2);
        factors[Tissue.CORD.ordinal()] = random.chance(0.06) ? random.uniform(2, 3) * factors[fluid]
                : Math.min(factors[Tissue.CORD.ordinal()], 1.5 * factors[fluid]);
        factors[Tissue.CORTEX.ordinal()] = random.uniform(0.4, 1.6);
        factors[Tissue.MARROW.ordinal()] = Math.max(0.6, Math.min(1.5, factors[Tissue.MARROW.ordinal()]));
        return new TissueVariation(factors, StrictMath.exp(random.normal(0, spread * 0.7)));
    }

    private static double[] ones() {
        double[] ones = new double[Tissue.values().length];
        Arrays.fill(ones, 1);
        return ones;
    }

    double of(Tissue tissue) {
        return byTissue[tissue.ordinal()];
    }

    /** Factor of inflamed marrow; at low severity it fades into the factor of marrow. */
    double ofMarrow(double severity) {
        double share = Math.min(1, severity);
        return byTissue[Tissue.MARROW.ordinal()] * (1 - share) + oedema * share;
    }
}

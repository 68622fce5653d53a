package spine.phantom.internal.standard.tissue;

import java.util.Arrays;
import spine.phantom.internal.core.random.SeededRandom;

/**
 * Factors on the signals that follow from T1, T2 and density. Effective T2 in an echo train, magnetisation transfer and biological
 * variation change signals by more than tables of relaxation times express, and differently on every scanner. Immutable.
 */
public final class TissueVariation {
    /** No variation. */
    public static final TissueVariation NONE = new TissueVariation(ones(), 1);
    private final double[] byTissue;
    private final double oedema;

    private TissueVariation(double[] byTissue, double oedema) {
        this.byTissue = byTissue;
        this.oedema = oedema;
    }

    /** Independent log-normal factors; large in most examinations. */
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

    /** Factor of inflamed marrow; at low severity it approaches the factor of normal marrow. */
    double ofMarrow(double severity) {
        double share = Math.min(1, severity);
        return byTissue[Tissue.MARROW.ordinal()] * (1 - share) + oedema * share;
    }
}

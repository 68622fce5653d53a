package spine.phantom.internal.standard.tissue;

import spine.phantom.internal.core.scan.SpinEchoSequence;

/** Signed signals of all tissues under one sequence and field, still CSF being -1 (or +1 without inversion). Immutable. */
public final class SignalModel {
    private static final Tissue[] TISSUES = Tissue.values();
    private final SpinEchoSequence sequence;
    private final double field;
    private final double unit;
    private final double fatT1;
    private final TissueVariation factors;
    private final double[] water = new double[TISSUES.length];
    private final double[] fat = new double[TISSUES.length];

    /**
     * @param sequence the sequence
     * @param field field strength, tesla; water T1 is shorter at the lower field
     * @param fatT1 T1 of fat, ms: where it differs from {@link SpinEchoSequence#nulledT1} fat shines through
     */
    public SignalModel(SpinEchoSequence sequence, double field, double fatT1) {
        this(sequence, field, fatT1, TissueVariation.NONE);
    }

    /** @param factors what multiplies the water signal of every tissue */
    public SignalModel(SpinEchoSequence sequence, double field, double fatT1, TissueVariation factors) {
        this.sequence = sequence;
        this.field = field;
        this.fatT1 = fatT1;
        this.factors = factors;
        this.unit = Math.abs(sequence.signal(1, Tissue.CSF.t1, Tissue.CSF.t2));
        for (Tissue tissue : TISSUES) {
            boolean fluid = tissue.t1 > 2000;
            water[tissue.ordinal()] = pool(tissue.density, tissue.t1, tissue.t2, fluid) * (1 - tissue.fat) * factors.of(tissue);
            fat[tissue.ordinal()] = tissue.fat;
        }
    }

    private double pool(double density, double t1, double t2, boolean fluid) {
        double scale = field < 2 && !fluid ? 0.82 : 1;
        return sequence.signal(density, t1 * scale, t2) / unit;
    }

    /** Signed signal of the water in a voxel full of the tissue. */
    public double water(Tissue tissue) {
        return water[tissue.ordinal()];
    }

    /** Share of fat in a voxel of the tissue. */
    public double fat(Tissue tissue) {
        return fat[tissue.ordinal()];
    }

    /** Signed signal of the water pool of marrow or oedema without any fat: severity 0 is normal, 1 is like fluid. */
    public double marrowWater(double severity) {
        double t1 = 1000 + 900 * severity;
        double t2 = 55 + 150 * severity * severity + 25 * severity;
        return pool(0.9 + 0.12 * severity, t1, t2, false) * factors.ofMarrow(severity);
    }

    /** Whether an inversion pulse is meant to hide fat. */
    public boolean inverted() {
        return sequence.inversion() > 0;
    }

    /** Signed signal of pure fat where the flip of the inversion pulse reaches only the given share of 180 degrees' effect. */
    public double fatSignal(double inverted) {
        double t2 = 95;
        double recovered = sequence.inversion() > 0
                ? 1 - (1 + inverted) * StrictMath.exp(-sequence.inversion() / fatT1)
                        + inverted * StrictMath.exp(-sequence.repetition() / fatT1)
                : 1 - StrictMath.exp(-sequence.repetition() / fatT1);
        return recovered * StrictMath.exp(-sequence.echo() / t2) / unit;
    }
}

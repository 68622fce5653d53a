package spine.phantom.internal.standard.tissue;

import spine.phantom.internal.core.scan.SpinEchoSequence;

/** Signed signals of all tissues under one sequence and field, still CSF being -1 (+1 without inversion pulse). Immutable. */
public final class SignalModel {
    private static final Tissue[] TISSUES = Tissue.values();
    private static final double LONG_ECHO = 50;
    private final SpinEchoSequence sequence;
    private final double field;
    private final double unit;
    private final double fatT1;
    private final double fatShare;
    private final TissueVariation factors;
    private final double[] water = new double[TISSUES.length];
    private final double[] fat = new double[TISSUES.length];

    /**
     * Without variation of the tissues.
     *
     * @param field field strength, tesla; the T1 of water is shorter at low field
     * @param fatT1 T1 of fat, ms; fat is suppressed if it equals {@link SpinEchoSequence#nulledT1}
     */
    public SignalModel(SpinEchoSequence sequence, double field, double fatT1) {
        this(sequence, field, fatT1, TissueVariation.NONE);
    }

    /** @param factors multiply the water signal of every tissue */
    public SignalModel(SpinEchoSequence sequence, double field, double fatT1, TissueVariation factors) {
        this(sequence, field, fatT1, factors, 1);
    }

    /** @param fatShare share of the fat signal that the method of excitation or reconstruction leaves, 0 in a water image */
    public SignalModel(SpinEchoSequence sequence, double field, double fatT1, TissueVariation factors, double fatShare) {
        this.fatShare = fatShare;
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

    /** Signed signal of the water in a voxel that the tissue fills. */
    public double water(Tissue tissue) {
        return water[tissue.ordinal()];
    }

    /** Share of fat in a voxel that the tissue fills. */
    public double fat(Tissue tissue) {
        return fat[tissue.ordinal()];
    }

    /** Signed signal of the water pool of marrow or oedema without any fat: severity 0 is normal, 1 as bright as fluid. */
    public double marrowWater(double severity) {
        double t1 = 1000 + 900 * severity;
        double t2 = 55 + 150 * severity * severity + 25 * severity;
        return pool(0.9 + 0.12 * severity, t1, t2, false) * factors.ofMarrow(severity);
    }

    /** Whether the sequence has an inversion pulse. */
    public boolean inverted() {
        return sequence.inversion() > 0;
    }

    /** Whether inflamed marrow is brighter than other marrow: with an inversion pulse, or with a long echo time. */
    public boolean showsOedema() {
        return inverted() || sequence.echo() >= LONG_ECHO;
    }

    /**
     * Signed signal of pure fat.
     *
     * @param inverted efficiency of the inversion pulse: 1 if it inverts all magnetisation, 0 if it saturates it
     */
    public double fatSignal(double inverted) {
        double t2 = 95;
        double recovered = sequence.inversion() > 0
                ? 1 - (1 + inverted) * StrictMath.exp(-sequence.inversion() / fatT1)
                        + inverted * StrictMath.exp(-sequence.repetition() / fatT1)
                : 1 - StrictMath.exp(-sequence.repetition() / fatT1);
        return fatShare * recovered * StrictMath.exp(-sequence.echo() / t2) / unit;
    }
}

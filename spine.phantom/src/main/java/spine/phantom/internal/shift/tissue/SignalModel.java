package spine.phantom.internal.shift.tissue;

import spine.phantom.internal.core.scan.SpinEchoSequence;

/**
 * Signed signals of the water and fat pools of all tissues under one sequence, in units of the absolute signal of still CSF. A small
 * part of the fat has a T1 like that of water and is not suppressed with the rest. Immutable.
 */
public final class SignalModel {
    private static final Tissue[] ALL = Tissue.values();
    private static final int STEPS = 100;
    /** Share of fat that inversion does not suppress: olefinic protons, which resonate near water. */
    private static final double OLEFINIC = 0.07;

    private final SpinEchoSequence sequence;
    private final double fatT1;
    private final double unit;
    private final double[] water = new double[ALL.length];
    private final double[] disc = new double[STEPS + 1];
    private final double[] oedema = new double[STEPS + 1];

    /**
     * @param field field strength, tesla
     * @param fatT1 T1 of most of the fat, ms
     */
    public SignalModel(SpinEchoSequence sequence, double field, double fatT1) {
        this.sequence = sequence;
        this.fatT1 = fatT1;
        unit = Math.abs(signal(1, Tissue.CSF.t1, Tissue.CSF.t2));
        boolean low = field < 2;
        for (Tissue tissue : ALL) {
            double t1 = tissue.t1 * (low ? tissue.lowField : 1);
            water[tissue.ordinal()] = signal(tissue.density, t1, tissue.t2) / unit * (1 - tissue.fat);
        }
        for (int i = 0; i <= STEPS; i++) {
            double x = i / (double) STEPS;
            double t1 = low ? 0.88 : 1;
            disc[i] = signal(0.44 + 0.4 * x, (600 + 800 * x) * t1, 42 + 30 * x + 75 * x * x) / unit;
            oedema[i] = signal(0.88 + 0.12 * x, (1080 + 1200 * x) * t1, 50 + 60 * x + 140 * x * x * x) / unit;
        }
    }

    /** Signed signal of the water in a voxel that the tissue fills. */
    public double water(Tissue tissue) {
        return water[tissue.ordinal()];
    }

    /** Share of fat in a voxel that the tissue fills. */
    public static double fat(Tissue tissue) {
        return tissue.fat;
    }

    /** Signed signal of the nucleus of a disc, from dry (0) to fresh (1). */
    public double disc(double wet) {
        return disc[(int) (wet * STEPS)];
    }

    /** Signed signal of the water pool of marrow or oedema without any fat: severity 0 is normal, 1 is highest. */
    public double marrow(double severity) {
        return oedema[(int) (severity * STEPS)];
    }

    /**
     * Signed signal of pure fat.
     *
     * @param inverted efficiency of the inversion pulse: 1 if it inverts all magnetisation, 0 if it saturates it
     */
    public double fatSignal(double inverted) {
        double most = recovered(fatT1, inverted) * StrictMath.exp(-sequence.echo() / 110);
        double rest = recovered(700, inverted) * StrictMath.exp(-sequence.echo() / 60);
        return ((1 - OLEFINIC) * most + OLEFINIC * rest) / unit;
    }

    private double signal(double density, double t1, double t2) {
        return density * recovered(t1, 1) * StrictMath.exp(-sequence.echo() / t2);
    }

    private double recovered(double t1, double inverted) {
        double late = StrictMath.exp(-sequence.repetition() / t1);
        return sequence.inversion() > 0 ? 1 - (1 + inverted) * StrictMath.exp(-sequence.inversion() / t1) + inverted * late : 1 - late;
    }
}

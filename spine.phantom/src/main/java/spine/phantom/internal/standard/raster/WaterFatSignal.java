package spine.phantom.internal.standard.raster;

import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.standard.body.MarrowFat;
import spine.phantom.internal.standard.tissue.SignalModel;
import spine.phantom.internal.standard.tissue.Tissue;
import spine.phantom.internal.standard.tissue.TissueSample;

/** Water signal and fat share of a tissue sample under one sequence. Holds the last result; for one thread. */
final class WaterFatSignal {
    private static final int STEPS = 128;
    private static final double MOST = 1.2;
    /** Least ratio of the signal of changed marrow to that of the marrow around it; less would be invisible. */
    private static final double VISIBLE = 1.3;
    /** Share of the signal of marrow that is lost where dense bone takes its place. */
    private static final double DENSE = 0.85;
    private final SignalModel signals;
    private final MarrowFat marrow;
    private final double[] oedema = new double[STEPS + 1];
    private final double[][] gain = new double[Levels.COUNT][STEPS + 1];

    /** Results of the last {@link #compute}: signed signal of water in units of still CSF, and share of fat. */
    double water;
    double fat;

    WaterFatSignal(SignalModel signals, MarrowFat marrow) {
        this.signals = signals;
        this.marrow = marrow;
        for (int i = 0; i <= STEPS; i++) {
            oedema[i] = signals.marrowWater(MOST * i / STEPS);
        }
        double fatSignal = signals.fatSignal(1);
        for (int vertebra = 0; vertebra < gain.length; vertebra++) {
            double share = marrow.fat(vertebra);
            double normal = Math.abs((1 - share) * oedema[0] + share * fatSignal);
            for (int i = 0; i <= STEPS; i++) {
                double severity = MOST * i / STEPS;
                double left = left(share, severity);
                double wanted = normal * (VISIBLE + 0.7 * severity);
                double seen = Math.abs(oedema[i] * (1 - left) + left * fatSignal);
                // After an inversion pulse water and fat may have opposite signs.
                double ofFat = signals.inverted() ? Math.abs(left * fatSignal) : -left * fatSignal;
                gain[vertebra][i] = signals.showsOedema() && seen < wanted
                        ? (wanted + ofFat) / Math.abs(oedema[i] * (1 - left)) : 1;
            }
        }
    }

    /** Fat fraction that remains in changed marrow. */
    private static double left(double share, double severity) {
        return share * (1 - 0.85 * Math.min(1, severity)) * 0.8;
    }

    /**
     * Computes {@link #water} and {@link #fat} of a sample.
     *
     * @param patch variation of the fat fraction of the marrow at the point, -1..1
     */
    void compute(TissueSample s, double patch) {
        Tissue tissue = s.tissue;
        if (tissue != Tissue.MARROW) {
            water = signals.water(tissue) * s.gain;
            fat = signals.fat(tissue);
            return;
        }
        double share = s.marrow < 0 ? 0.5 : marrow.fat(s.marrow) * (1 - s.red) + marrow.patchiness() * patch;
        share = Math.max(0.04, Math.min(0.95, share + (0.94 - share) * s.fatty));
        double severity = Math.max(0, Math.min(MOST, s.severity));
        int step = (int) (severity / MOST * STEPS);
        double left = left(share, severity);
        double oedemaWater = oedema[step] * (1 - left) * (s.marrow < 0 ? 1 : gain[s.marrow][step]);
        double marrowLeft = 1 - DENSE * s.dense;
        water = marrowLeft * ((1 - s.changed) * (1 - share) * oedema[0] + s.changed * oedemaWater);
        fat = marrowLeft * ((1 - s.changed) * share + s.changed * left);
    }
}

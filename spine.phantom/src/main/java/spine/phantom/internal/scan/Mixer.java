package spine.phantom.internal.scan;

import spine.phantom.internal.body.Marrow;
import spine.phantom.internal.body.Sample;
import spine.phantom.internal.tissue.SignalTable;
import spine.phantom.internal.tissue.Tissue;

/** Turns what a point is into water signal and fat share under one sequence. */
final class Mixer {
    private static final int STEPS = 128;
    private final SignalTable signals;
    private final Marrow marrow;
    private final double[] oedema = new double[STEPS + 1];

    /** Results of the last call. */
    double water;
    double fat;

    Mixer(SignalTable signals, Marrow marrow) {
        this.signals = signals;
        this.marrow = marrow;
        for (int i = 0; i <= STEPS; i++) {
            oedema[i] = signals.marrowWater(1.2 * i / STEPS);
        }
    }

    /** @param patch slow variation of the marrow's fat at the place, -1..1 */
    void mix(Sample s, double patch) {
        Tissue tissue = s.tissue;
        if (tissue != Tissue.MARROW) {
            water = signals.water(tissue);
            fat = signals.fat(tissue);
            if (s.flow != 0) {
                water *= 1 - s.flow;
            }
            return;
        }
        double share = s.marrow < 0 ? 0.5 : marrow.fat(s.marrow) + marrow.patchiness() * patch;
        share = Math.max(0.08, Math.min(0.95, share + (0.94 - share) * s.fatty));
        double severity = Math.max(0, Math.min(1.2, s.severity));
        double left = share * (1 - 0.85 * Math.min(1, severity)) * 0.8;
        double sick = oedema[(int) (severity / 1.2 * STEPS)] * (1 - left);
        water = (1 - s.changed) * (1 - share) * oedema[0] + s.changed * sick;
        fat = (1 - s.changed) * share + s.changed * left;
    }
}

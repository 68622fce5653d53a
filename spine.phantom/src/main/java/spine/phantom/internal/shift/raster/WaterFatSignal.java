package spine.phantom.internal.shift.raster;

import spine.phantom.internal.shift.tissue.SignalModel;
import spine.phantom.internal.shift.tissue.Tissue;
import spine.phantom.internal.shift.tissue.TissueSample;

/** Water signal and fat share of a tissue sample under one sequence. Holds the last result; for one thread. */
final class WaterFatSignal {
    private final SignalModel signals;
    /** Results of the last {@link #compute}: signed signal of water in units of still CSF, and share of fat. */
    double water;
    double fat;

    WaterFatSignal(SignalModel signals) {
        this.signals = signals;
    }

    /** Computes {@link #water} and {@link #fat} of a sample. */
    void compute(TissueSample sample) {
        Tissue tissue = sample.tissue;
        if (tissue == Tissue.MARROW) {
            double oedema = Math.max(0, Math.min(1, sample.severity));
            double left = sample.fat * (1 - 0.9 * oedema);
            water = ((1 - sample.changed) * (1 - sample.fat) * signals.marrow(0) + sample.changed * (1 - left) * signals.marrow(oedema))
                    * sample.gain;
            fat = ((1 - sample.changed) * sample.fat + sample.changed * left) * sample.gain;
        } else if (tissue == Tissue.DISC) {
            water = signals.disc(sample.wet) * sample.gain;
            fat = 0;
        } else {
            water = signals.water(tissue) * sample.gain;
            fat = SignalModel.fat(tissue);
        }
    }
}

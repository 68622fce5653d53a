package spine.phantom.internal.shift.raster;

import spine.phantom.internal.shift.body.TissueSample;
import spine.phantom.internal.shift.tissue.SignalModel;
import spine.phantom.internal.shift.tissue.Tissue;

/** Turns what a point is into water signal and share of fat. For one thread. */
final class WaterFatSignal {
    private final SignalModel pools;
    /** Results of the last call. */
    double water;
    double fat;

    WaterFatSignal(SignalModel pools) {
        this.pools = pools;
    }

    void mix(TissueSample spot) {
        Tissue matter = spot.matter;
        if (matter == Tissue.MARROW) {
            double sick = Math.max(0, Math.min(1, spot.severity));
            double left = spot.fat * (1 - 0.9 * sick);
            water = (1 - spot.changed) * (1 - spot.fat) * pools.marrow(0) + spot.changed * (1 - left) * pools.marrow(sick);
            fat = (1 - spot.changed) * spot.fat + spot.changed * left;
        } else if (matter == Tissue.DISC) {
            water = pools.disc(spot.wet) * spot.shade;
            fat = 0;
        } else {
            water = pools.water(matter) * spot.shade;
            fat = SignalModel.fat(matter);
        }
    }
}

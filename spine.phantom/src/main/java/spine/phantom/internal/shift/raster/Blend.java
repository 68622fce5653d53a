package spine.phantom.internal.shift.raster;

import spine.phantom.internal.shift.body.Spot;
import spine.phantom.internal.shift.tissue.Matter;
import spine.phantom.internal.shift.tissue.Pools;

/** Turns what a point is into water signal and share of fat. For one thread. */
final class Blend {
    private final Pools pools;
    /** Results of the last call. */
    double water;
    double fat;

    Blend(Pools pools) {
        this.pools = pools;
    }

    void mix(Spot spot) {
        Matter matter = spot.matter;
        if (matter == Matter.MARROW) {
            double sick = Math.max(0, Math.min(1, spot.severity));
            double left = spot.fat * (1 - 0.9 * sick);
            water = (1 - spot.changed) * (1 - spot.fat) * pools.marrow(0) + spot.changed * (1 - left) * pools.marrow(sick);
            fat = (1 - spot.changed) * spot.fat + spot.changed * left;
        } else if (matter == Matter.DISC) {
            water = pools.disc(spot.wet) * spot.shade;
            fat = 0;
        } else {
            water = pools.water(matter) * spot.shade;
            fat = Pools.fat(matter);
        }
    }
}

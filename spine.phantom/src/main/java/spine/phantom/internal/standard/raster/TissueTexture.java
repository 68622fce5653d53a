package spine.phantom.internal.standard.raster;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.standard.noise.ValueNoise;

/**
 * Texture of the tissues of one patient and patches of its marrow. The texture is of one of several kinds: clouds, speckle, cells with
 * bright walls, or the vertical stripes of trabeculae. Safe for many threads.
 */
public final class TissueTexture {

    /** The kinds of texture. */
    private enum Kind {
        CLOUDS, SPECKLE, CELLS, STRIPES
    }

    private final ValueNoise noise;
    private final Kind kind;
    private final double roughness;
    private final double fine;
    private final double coarse;
    private final double coarseShare;
    private final double patch;
    private final double patchDetail;
    private final double sharp;

    public TissueTexture(SeededRandom random) {
        noise = new ValueNoise(random.child("lattice"));
        kind = Kind.values()[random.weighted(5, 3, 2, 3)];
        roughness = random.chance(0.25) ? random.uniform(0.12, 0.26) : random.uniform(0.02, 0.12);
        fine = kind == Kind.SPECKLE ? random.uniform(1, 1.8) : random.uniform(1.8, 6.5);
        coarse = random.uniform(7, 28);
        coarseShare = random.uniform(0.2, 1.2);
        patch = random.uniform(2.8, 11);
        patchDetail = random.uniform(0.2, 0.9);
        sharp = random.chance(0.3) ? random.uniform(1.5, 4) : 1;
    }

    /** Factor on the signal at a patient point, near 1. */
    double grain(double x, double y, double z) {
        double small = switch (kind) {
            case CLOUDS, SPECKLE -> noise.at(x / fine, y / fine, z / fine);
            case CELLS -> 1 - 2.6 * Math.abs(noise.at(x / fine / 1.6, y / fine / 1.6, z / fine / 1.6));
            case STRIPES -> noise.at(x / fine * 1.5, y / fine * 1.5, z / fine / 4);
        };
        double grain = 1 + roughness * (small + coarseShare * noise.at(x / coarse + 5, y / coarse, z / coarse));
        return Math.max(0.3, grain);
    }

    /** Variation of the fat fraction of the marrow at a patient point, about -1..1; with sharp edges in some patients. */
    double patch(double x, double y, double z) {
        double value = noise.at(x / patch, y / patch + 7, z / patch) + patchDetail * noise.at(x / 2 + 3, y / 2, z / 2);
        return sharp == 1 ? value : Math.max(-1, Math.min(1, value * sharp));
    }
}

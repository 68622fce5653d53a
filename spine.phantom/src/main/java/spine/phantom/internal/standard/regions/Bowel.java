package spine.phantom.internal.standard.regions;

import spine.phantom.internal.standard.noise.ValueNoise;
import spine.phantom.internal.standard.tissue.Tissue;

/** Bowel loops in fat. Immutable. */
final class Bowel {
    private final ValueNoise noise;
    private final double fatty;
    private final double shift;

    /**
     * @param fatty how much fat lies between the loops, 0..1
     * @param shift moves the pattern of the loops, mm
     */
    Bowel(ValueNoise noise, double fatty, double shift) {
        this.noise = noise;
        this.fatty = fatty;
        this.shift = shift;
    }

    Tissue at(double level, double front, double left) {
        double loop = noise.at(front / 19 + shift, left / 19, level * 0.85);
        double near = Math.abs(loop);
        if (near < 0.09 + 0.18 * fatty) {
            return Tissue.FAT;
        }
        if (near < 0.17 + 0.18 * fatty) {
            return Tissue.BOWEL_WALL;
        }
        double content = noise.at(front / 31 + shift, left / 31, level * 0.4 + 11);
        return content > 0.35 ? Tissue.FLUID : content < -0.2 ? Tissue.BOWEL_GAS : content < 0.08 ? Tissue.BOWEL_WALL : Tissue.GLAND;
    }
}

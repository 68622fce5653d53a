package spine.phantom.internal.standard.regions;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.standard.noise.ValueNoise;
import spine.phantom.internal.standard.tissue.Tissue;

/** What lies in front of the spine, from neck to pelvis. Immutable. */
final class Organs {
    private final ValueNoise noise;
    private final SegmentalVessels segmental;
    private final double diaphragm;
    private final Neck neck;
    private final Thorax thorax;
    private final Abdomen abdomen;
    private final Pelvis pelvis;

    /** @param fatty how much fat lies between the abdominal organs, 0..1 */
    Organs(ValueNoise noise, double fatty, SeededRandom random) {
        this.noise = noise;
        segmental = new SegmentalVessels(random.child("front veins"));
        // The order of the draws is part of what a seed means.
        double heartLeft = random.uniform(4, 24);
        double heartDepth = random.normal(58, 6);
        diaphragm = random.normal(15.6, 0.5);
        double bladder = random.uniform(14, 36);
        double bowelShift = random.uniform(0, 100);
        double calibre = random.uniform(0.6, 1.5);
        double sway = random.normal(0, 5);
        double effusion = random.chance(0.1) ? random.uniform(4, 16) : 0;
        Tissue aorta = random.chance(0.75) ? Tissue.FLOWING_BLOOD : Tissue.SLOW_BLOOD;
        Tissue cava = random.chance(0.45) ? Tissue.FLOWING_BLOOD : Tissue.SLOW_BLOOD;
        GreatVessels vessels = new GreatVessels(calibre, sway, aorta, cava);
        Bowel bowel = new Bowel(noise, fatty, bowelShift);
        neck = new Neck(noise);
        thorax = new Thorax(noise, vessels, heartLeft, heartDepth, effusion);
        abdomen = new Abdomen(noise, vessels, bowel, fatty);
        pelvis = new Pelvis(noise, vessels, bowel, bladder);
    }

    /**
     * The tissue at a point.
     *
     * @param level C2 = 0
     * @param f distance in front of the bodies, mm
     * @param left distance to the left of the spine, mm
     * @param wall distance from the bodies to the inner side of the front body wall, mm
     */
    Tissue at(double level, double f, double left, double wall) {
        double warp = noise.at(f / 17, left / 17, level * 0.9);
        double front = f + 3 * warp;
        double side = left + 3 * noise.at(left / 15 + 9, f / 15, level * 0.9);
        if (segmental.at(level, f)) {
            return Tissue.SLOW_BLOOD;
        }
        if (f < 1.4) {
            return Tissue.LIGAMENT;
        }
        if (level < 5.6 + 0.5 * warp + (Math.abs(left) < 16 ? 0 : 0.015 * (wall - f))) {
            return neck.at(level, front, side, wall);
        }
        double vault = (front - 62) / 45;
        double dome = diaphragm - 1.1 / (1 + side * side / 1500) + (front < 62 ? 2.4 : 1.4) * vault * vault - 0.7 + 0.15 * warp;
        if (level < dome) {
            return thorax.at(level, front, side, wall);
        }
        return level < 22.4 - f * 0.012 ? abdomen.at(level, front, side, wall) : pelvis.at(level, front, side);
    }
}

package spine.phantom.internal.standard.regions;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.standard.noise.ValueNoise;
import spine.phantom.internal.standard.tissue.Tissue;

/** What lies in front of the spine, by level (C2 = 0), distance in front of the bodies and distance to the left, mm. */
public final class Organs {
    private final ValueNoise noise;
    private final SegmentalVessels veins;
    private final double heartLeft;
    private final double heartDepth;
    private final double diaphragm;
    private final double fatty;
    private final double bladder;
    private final double bowelShift;
    private final double calibre;
    private final double sway;
    private final double effusion;
    private final Tissue aorta;
    private final Tissue cava;

    public Organs(ValueNoise noise, double fatty, SeededRandom random) {
        this.noise = noise;
        this.fatty = fatty;
        veins = new SegmentalVessels(random.child("front veins"));
        heartLeft = random.uniform(4, 24);
        heartDepth = random.normal(58, 6);
        diaphragm = random.normal(15.6, 0.5);
        bladder = random.uniform(14, 36);
        bowelShift = random.uniform(0, 100);
        calibre = random.uniform(0.6, 1.5);
        sway = random.normal(0, 5);
        effusion = random.chance(0.1) ? random.uniform(4, 16) : 0;
        aorta = random.chance(0.75) ? Tissue.FLOWING_BLOOD : Tissue.SLOW_BLOOD;
        cava = random.chance(0.45) ? Tissue.FLOWING_BLOOD : Tissue.SLOW_BLOOD;
    }

    /** @param wall distance to the inner side of the front body wall, mm */
    public Tissue at(double level, double f, double left, double wall) {
        double warp = noise.at(f / 17, left / 17, level * 0.9);
        double front = f + 3 * warp;
        double side = left + 3 * noise.at(left / 15 + 9, f / 15, level * 0.9);
        if (veins.at(level, f)) {
            return Tissue.SLOW_BLOOD;
        }
        if (f < 1.4) {
            return Tissue.LIGAMENT;
        }
        if (level < 5.6 + 0.5 * warp + (Math.abs(left) < 16 ? 0 : 0.015 * (wall - f))) {
            return neck(level, front, side, wall);
        }
        double vault = (front - 62) / 45;
        double dome = diaphragm - 1.1 / (1 + side * side / 1500) + (front < 62 ? 2.4 : 1.4) * vault * vault - 0.7 + 0.15 * warp;
        return level < dome ? chest(level, front, side, wall) : level < 22.4 - f * 0.012 ? abdomen(level, front, side, wall)
                : pelvis(level, front, side);
    }

    private Tissue neck(double level, double f, double l, double wall) {
        double side = Math.abs(l);
        if (f < (side > 3 ? 6 : 3)) {
            return side > 3 || level < 0.5 ? Tissue.MUSCLE : Tissue.CONNECTIVE;
        }
        boolean larynx = level > 2.2;
        double airway = larynx ? 9 + level * 0.8 : 7;
        double calibre = larynx ? 7 : 5.5;
        double a = (f - airway - calibre) / calibre;
        if (level > 3.6 && f < airway && side < 8) {
            return Tissue.BOWEL_WALL;
        }
        double lumen = a * a + l * l / (larynx ? 60 : 110);
        if (lumen < 1 && level > -3) {
            return Tissue.AIR;
        }
        if (lumen < 1.5) {
            return larynx ? Tissue.CONNECTIVE : Tissue.BOWEL_WALL;
        }
        if (level > 3 && side > 9 && side < 24 && f > 5 && f < 24) {
            double vessel = (side - 20) * (side - 20) + (f - 10) * (f - 10);
            return vessel < 18 ? Tissue.FLOWING_BLOOD : level > 4 && side < 19 ? Tissue.GLAND : Tissue.CONNECTIVE;
        }
        if (level < 2.2) {
            double tongue = noise.at(f / 7, l / 9, level * 2.5);
            return f < airway + 2 * calibre + 8 && level > 0.8 ? Tissue.CONNECTIVE : tongue > 0.3 ? Tissue.CONNECTIVE
                    : side > 20 && tongue > -0.2 ? Tissue.GLAND : Tissue.MUSCLE;
        }
        return f > wall - 6 ? Tissue.MUSCLE : noise.at(f / 9, l / 9, level) > 0 ? Tissue.MUSCLE : Tissue.CONNECTIVE;
    }

    private Tissue chest(double level, double f, double l, double wall) {
        if (f > wall - 12) {
            return Math.abs(l) < 18 ? f > wall - 10 && f < wall - 2 ? Tissue.MARROW : Tissue.CORTEX
                    : noise.at(f / 6, l / 20, level * 0.8) > 0.1 ? Tissue.MUSCLE : Tissue.CONNECTIVE;
        }
        if (level > 9.2) {
            double x = l - Math.max(4, 16 - (level - 9.5) * 1.2) - sway * Math.max(0, level - 11) / 4;
            double y = f - Math.min(9, 3 + (level - 9.2) * 0.6);
            double r2 = (x * x + y * y) / calibre;
            if (r2 < 132) {
                return r2 < 106 ? aorta : Tissue.VESSEL_WALL;
            }
        } else if (level > 7.6 && f > 6 && f < 64 && Math.abs(l - 10 + f * 0.25) < 10 * Math.sqrt(calibre)
                && Math.abs(sq((f - 33) / 27) + sq((level - 9.5) / 1.35) - 0.85) < 0.35 * calibre) {
            return aorta;
        }
        double ox = l - 3;
        double oy = f - 10 - (level > 12 ? (level - 12) * 1.5 : 0);
        double gullet = ox * ox / 60 + oy * oy / 26;
        if (gullet < 1) {
            return gullet < 0.12 ? Tissue.BOWEL_GAS : Tissue.BOWEL_WALL;
        }
        double depth = 21 + (level - 5.6) * 1.7;
        double t = (l + 2) * (l + 2) + (f - depth) * (f - depth);
        if (level < 10.4 && t < 100) {
            return t < 68 ? Tissue.AIR : Tissue.CONNECTIVE;
        }
        double hx = (l - heartLeft) / 46;
        double hy = (f - heartDepth) / 42;
        double hz = (level - 13.1) / 3.4;
        double heart = hx * hx + hy * hy + hz * hz;
        if (heart < 1) {
            return heart > 0.9 ? Tissue.CONNECTIVE : heart > 0.55 ? Tissue.HEART
                    : noise.at(f / 22, l / 22, level) > 0.25 ? Tissue.SLOW_BLOOD : Tissue.FLOWING_BLOOD;
        }
        double half = 19 + 6 * noise.at(f / 20, 3, level * 0.6) + (level < 9 ? (9 - level) * 4 : 0) + f * 0.08;
        if (Math.abs(l - 3) < half) {
            if (level < 10 && f > 34 && f < 62) {
                return noise.at(f / 12, l / 12, level * 0.5) > 0 ? Tissue.FLOWING_BLOOD : Tissue.CONNECTIVE;
            }
            return noise.at(f / 6, l / 6, level) > 0.55 ? Tissue.GLAND : Tissue.FAT;
        }
        if (effusion > 0 && f < effusion - 20 + level && level > 10) {
            return Tissue.FLUID;
        }
        return noise.at(f / 3.5, l / 3.5, level * 3) > 0.8 ? Tissue.SLOW_BLOOD : Tissue.LUNG;
    }

    private Tissue abdomen(double level, double f, double l, double wall) {
        if (f > wall - 9) {
            return Math.abs(l) < 3 ? Tissue.LIGAMENT : Tissue.MUSCLE;
        }
        if (level < 21.6) {
            double x = l - Math.max(3, 12 - (level - 15) * 1.3) - sway * Math.min(1, 21.6 - level);
            double y = f - 9;
            double r2 = (x * x + y * y) / calibre;
            if (r2 < 88) {
                return r2 < 68 ? aorta : Tissue.VESSEL_WALL;
            }
            x = l + 15;
            y = f - 10 - Math.max(0, 18 - level) * 5;
            r2 = x * x / 120 + y * y / 70;
            if (r2 < 1) {
                return r2 < 0.85 ? cava : Tissue.VESSEL_WALL;
            }
        } else {
            double x = Math.abs(l) - 6 - (level - 21.6) * 14;
            double y = f - 9;
            if (x * x + y * y < 40) {
                return x * l > 0 ? aorta : cava;
            }
        }
        double crus = Math.abs(Math.abs(l + 1) - 6);
        if (level < 19.2 && f < 7 && crus < 4) {
            return Tissue.MUSCLE;
        }
        double liverEdge = 18.6 - Math.abs(f - 60) * 0.012 - l * 0.05;
        if (level < liverEdge && f > 17 && l < 22 - (level - 15.5) * 6) {
            double vessel = noise.at(f / 9 + 31, l / 9, level * 2.2);
            return vessel > 0.66 ? Tissue.SLOW_BLOOD : vessel > 0.6 ? Tissue.VESSEL_WALL : Tissue.LIVER;
        }
        if (level > 17.4 && level < 19.2 && f > 19 && f < 36) {
            return noise.at(f / 4, l / 4, level * 3) > 0.35 ? Tissue.CONNECTIVE : Tissue.GLAND;
        }
        double kidney = sq((Math.abs(l) - 58) / 27) + sq((f + 12) / 24) + sq((level - 18.8) / 2.2);
        if (kidney < 1) {
            return kidney < 0.16 ? Tissue.EPIDURAL_FAT : Tissue.KIDNEY;
        }
        return f < 20 + 14 * fatty ? Tissue.FAT : bowel(level, f, l);
    }

    private Tissue bowel(double level, double f, double l) {
        double loop = noise.at(f / 19 + bowelShift, l / 19, level * 0.85);
        double near = Math.abs(loop);
        if (near < 0.09 + 0.18 * fatty) {
            return Tissue.FAT;
        }
        if (near < 0.17 + 0.18 * fatty) {
            return Tissue.BOWEL_WALL;
        }
        double content = noise.at(f / 31 + bowelShift, l / 31, level * 0.4 + 11);
        return content > 0.35 ? Tissue.FLUID : content < -0.2 ? Tissue.BOWEL_GAS : content < 0.08 ? Tissue.BOWEL_WALL : Tissue.GLAND;
    }

    private Tissue pelvis(double level, double f, double l) {
        if (level < 24.5 && f < 16) {
            double x = Math.abs(l) - 12 - (level - 22) * 9;
            return x * x + sq(f - 8) < 42 ? cava : Tissue.FAT;
        }
        double rectum = sq((f - 20 - (27 - level) * 1.5) / 13) + sq((l - 3) / 15);
        if (level > 24.3 && rectum < 1) {
            return rectum > 0.6 ? Tissue.BOWEL_WALL : noise.at(f / 14, l / 14, level) > 0.1 ? Tissue.BOWEL_GAS : Tissue.CONNECTIVE;
        }
        double full = sq((f - 72) / bladder) + sq(l / (bladder * 1.15)) + sq((level - 27.6) * 15 / bladder);
        if (full < 1) {
            return full > 0.85 ? Tissue.MUSCLE : Tissue.FLUID;
        }
        double womb = sq((f - 47) / 17) + sq((l + 3) / 24) + sq((level - 26.6) / 1.6);
        if (womb < 1) {
            return womb < 0.08 ? Tissue.FLUID : Tissue.GLAND;
        }
        return f < 12 ? Tissue.FAT : bowel(level, f, l);
    }

    private static double sq(double x) {
        return x * x;
    }
}

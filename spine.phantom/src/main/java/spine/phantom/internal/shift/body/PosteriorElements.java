package spine.phantom.internal.shift.body;

import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.spine.SpinalCanal;
import spine.phantom.internal.shift.spine.Spine;
import spine.phantom.internal.shift.spine.Vertebra;
import spine.phantom.internal.shift.tissue.Tissue;
import spine.phantom.internal.shift.tissue.TissueSample;

/** Arches and processes as rods in the frame of each vertebra, joints where two of them meet, ligaments and foramina between. */
final class PosteriorElements {
    private final Spine spine;
    private final VertebralBodies bodies;
    private final Capsule[][] rods = new Capsule[Levels.COUNT][];
    private final boolean[] effusion = new boolean[Levels.COUNT];
    private final double[] bursa = new double[Levels.COUNT];
    private final double[] bright = new double[Levels.COUNT];

    PosteriorElements(Spine spine, VertebralBodies bodies, SeededRandom random) {
        this.spine = spine;
        this.bodies = bodies;
        for (int i = 0; i < Levels.COUNT; i++) {
            rods[i] = rods(i, random.child("rods", i));
            effusion[i] = random.chance(0.22);
            bursa[i] = i > Levels.T12 && random.chance(0.15) ? random.uniform(2.5, 5) : 0;
            bright[i] = random.chance(0.03) ? random.uniform(0.3, 0.8) : 0;
        }
    }

    private Capsule[] rods(int i, SeededRandom draw) {
        Vertebra body = spine.vertebra(i);
        SpinalCanal canal = spine.canal();
        double scale = spine.demographics().scale();
        double h = body.height();
        double wall = -0.92 * body.halfDepth();
        double rear = wall - canal.depth(i);
        double gate = canal.sacWidth(i) + 2;
        boolean neck = i < Levels.T1;
        boolean chest = i >= Levels.T1 && i < Levels.L1;
        double stem = (neck ? 0.22 : chest ? 0.24 : 0.26) * h;
        double post = gate + (neck ? 4 : 3.5) * scale;
        double joint = wall - 0.55 * canal.depth(i);
        double length = (i == 0 ? 14 : i < 4 ? 9 : i < Levels.T1 ? 9 + 4 * (i - 3) : chest ? 24 : i < Levels.S1 ? 23 : 6) * scale
                * draw.uniform(0.8, 1.25);
        double drop = (neck ? 0.25 : chest ? i < 15 ? 1.25 : 0.7 : 0.2) * draw.uniform(0.7, 1.3);
        double down = length * drop / Math.sqrt(1 + drop * drop);
        double out = length / Math.sqrt(1 + drop * drop);
        double bulk = (neck ? 3.2 : chest ? 3.6 : 6.2) * scale * draw.uniform(0.85, 1.15);
        Capsule process = new Capsule(0, rear - 3, -0.25 * h, 0, rear - 3 - out, -0.25 * h - down, bulk * 0.85, bulk * 1.15,
                neck ? 0.9 : chest ? 1 : 1.5);
        if (i > Levels.S1) {
            return new Capsule[] {process, new Capsule(body.halfWidth(), wall + 5, 0, body.halfWidth() + 14, wall + 2, 0, 0.55 * h,
                    0.5 * h, 1)};
        }
        Capsule lamina = new Capsule(post, joint - 3, -0.15 * h, 0, rear - 2.5, -0.3 * h, stem * 0.85, stem * 0.95, 1);
        Capsule pedicle = new Capsule(0.8 * Math.min(post, body.halfWidth()), wall + 5, 0.18 * h, post, joint, 0.12 * h, stem, stem * 0.9,
                1);
        Capsule upper = new Capsule(post, joint, 0.1 * h, post + 1, joint - 1, (neck ? 0.6 : 0.72) * h, stem, stem * 0.75, 1);
        Capsule lower = new Capsule(post - 0.5, joint - 3, -0.1 * h, post - 1.5, joint - 6, (neck ? -0.6 : -0.85) * h, stem, stem * 0.75,
                1);
        double reach = i == Levels.S1 ? 26 : neck ? 7 : 15;
        Capsule wing = new Capsule(post, joint - (neck ? -6 : 1), 0.1 * h, post + reach, joint - (chest ? 8 : neck ? -7 : 2), 0.15 * h,
                stem * (i == Levels.S1 ? 1.6 : 0.75), stem * (i == Levels.S1 ? 1.5 : 0.6), 1);
        if (!chest) {
            return new Capsule[] {process, lamina, pedicle, upper, lower, wing};
        }
        Capsule rib = new Capsule(body.halfWidth() + 2, 0.55 * wall, 0.45 * h, body.halfWidth() + 26, wall - 14, 0.25 * h, 4.6 * scale,
                3.8 * scale, 1);
        return new Capsule[] {process, lamina, pedicle, upper, lower, wing, rib};
    }

    /** @param behind distance behind the posterior wall, mm; whether the point is bone, joint or ligament */
    boolean sample(double level, double left, double behind, double x, double y, double z, BodyCoordinates p, TissueSample sample) {
        int nearest = (int) Math.rint(level);
        double best = Capsule.OUTSIDE;
        double next = Capsule.OUTSIDE;
        int whose = -1;
        for (int i = Math.max(0, nearest - 1); i <= Math.min(Levels.COUNT - 1, nearest + 1); i++) {
            double inside = inside(i, x, y, z, p);
            if (inside > best) {
                next = best;
                best = inside;
                whose = i;
            } else if (inside > next) {
                next = inside;
            }
        }
        if (best > -0.5 && next > -0.9 && best - next < 0.9 && behind > 1 && Math.abs(left) > 5 && whose < Levels.S1) {
            sample.tissue = effusion[whose] ? Tissue.EFFUSION : Tissue.CARTILAGE;
            return true;
        }
        if (best > 0) {
            if (best < 0.9) {
                sample.tissue = Tissue.CORTEX;
            } else {
                inside(whose, x, y, z, p);
                bodies.marrow(whose, p, 0.12, sample);
                sample.changed = bright[whose] > 0 && behind > 8 ? 0.8 : 0;
                sample.severity = bright[whose];
            }
            return true;
        }
        return between(level, left, behind, sample);
    }

    private double inside(int index, double x, double y, double z, BodyCoordinates p) {
        spine.vertebra(index).place(x, y, z, p);
        double side = Math.abs(p.left);
        double best = Capsule.OUTSIDE;
        for (Capsule rod : rods[index]) {
            best = Math.max(best, rod.inside(side, p.anterior, p.cranial));
        }
        return best;
    }

    private boolean between(double level, double left, double behind, TissueSample sample) {
        double depth = spine.canal().depth(level);
        double side = Math.abs(left);
        if (behind > depth - 0.5 && behind < depth + 3.5 && side < 9 && level > 0.3) {
            sample.tissue = behind - depth < 2.6 - 0.15 * side ? Tissue.LIGAMENT : Tissue.FAT;
            return true;
        }
        if (side < 1.8 && behind >= depth + 3 && behind < depth + 24 && level > 1 && level < 23.5) {
            int upper = Math.max(0, Math.min(Levels.COUNT - 1, (int) Math.floor(level)));
            double off = distance((level - upper - 0.75) * 25, behind - depth - 12);
            sample.tissue = off < bursa[upper] ? Tissue.EFFUSION : side < 0.8 ? Tissue.LIGAMENT : Tissue.LOOSE;
            return true;
        }
        double gate = spine.canal().sacWidth(level) + 2;
        if (side > gate - 2 && side < gate + 10 && behind > -3 && behind < depth * 0.75 && level > 0.4 && level < 24) {
            double root = distance((level - Math.floor(level) - 0.38) * 22, behind - 4.5);
            sample.tissue = root < (level > 17 ? 3 : 2.2) ? Tissue.ROOT : Tissue.FAT;
            return true;
        }
        return false;
    }

    private static double distance(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }
}

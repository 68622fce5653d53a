package spine.phantom.internal.shift.body;

import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.spine.Spine;
import spine.phantom.internal.shift.tissue.Tissue;
import spine.phantom.internal.shift.tissue.TissueSample;

/**
 * Arches and processes as capsules in the frame of each vertebra, facet joints where those of two vertebrae meet, ligaments and foramina
 * between them. Immutable.
 */
final class PosteriorElements {
    private final Spine spine;
    private final VertebralBodies bodies;
    private final Capsule[][] arches;
    private final boolean[] effusion;
    private final double[] bursa;
    private final double[] bright;
    private final int s1;

    PosteriorElements(Spine spine, VertebralBodies bodies, SeededRandom random) {
        this.spine = spine;
        this.bodies = bodies;
        s1 = spine.sequence().s1();
        int count = spine.sequence().count();
        arches = new Capsule[count][];
        effusion = new boolean[count];
        bursa = new double[count];
        bright = new double[count];
        for (int i = 0; i < count; i++) {
            arches[i] = VertebralArch.of(spine, i, random.child("rods", i));
            effusion[i] = random.chance(0.22);
            bursa[i] = i > Levels.T12 && random.chance(0.15) ? random.uniform(2.5, 5) : 0;
            bright[i] = random.chance(0.03) ? random.uniform(0.3, 0.8) : 0;
        }
    }

    /**
     * Fills {@code sample} if the point is bone, joint, ligament or foramen.
     *
     * @param level C2 = 0
     * @param left distance to the left of the centreline, mm
     * @param behind distance behind the posterior wall, mm
     * @param p scratch space
     * @return whether it is
     */
    boolean sample(double level, double left, double behind, double x, double y, double z, BodyCoordinates p, TissueSample sample) {
        int nearest = (int) Math.rint(level);
        double best = Capsule.OUTSIDE;
        double next = Capsule.OUTSIDE;
        int whose = -1;
        for (int i = Math.max(0, nearest - 1); i <= Math.min(arches.length - 1, nearest + 1); i++) {
            double inside = inside(i, x, y, z, p);
            if (inside > best) {
                next = best;
                best = inside;
                whose = i;
            } else if (inside > next) {
                next = inside;
            }
        }
        if (best > -0.5 && next > -0.9 && best - next < 0.9 && behind > 1 && Math.abs(left) > 5 && whose < s1) {
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
        for (Capsule element : arches[index]) {
            best = Math.max(best, element.inside(side, p.anterior, p.cranial));
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
        if (side < 1.8 && behind >= depth + 3 && behind < depth + 24 && level > 1 && level < s1 + 0.5) {
            int upper = Math.max(0, Math.min(arches.length - 1, (int) Math.floor(level)));
            double off = distance((level - upper - 0.75) * 25, behind - depth - 12);
            sample.tissue = off < bursa[upper] ? Tissue.EFFUSION : side < 0.8 ? Tissue.LIGAMENT : Tissue.LOOSE;
            return true;
        }
        double gate = spine.canal().sacWidth(level) + 2;
        if (side > gate - 2 && side < gate + 10 && behind > -3 && behind < depth * 0.75 && level > 0.4 && level < s1 + 1) {
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

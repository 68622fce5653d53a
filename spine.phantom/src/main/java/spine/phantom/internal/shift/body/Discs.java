package spine.phantom.internal.shift.body;

import spine.phantom.internal.core.geometry.AnatomyClasses;
import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.shift.noise.RandomFields;
import spine.phantom.internal.shift.spine.Disc;
import spine.phantom.internal.shift.spine.Spine;
import spine.phantom.internal.shift.spine.Vertebra;
import spine.phantom.internal.shift.tissue.Tissue;
import spine.phantom.internal.shift.tissue.TissueSample;

/** Discs: a nucleus with clefts in a lamellar annulus, osteophytes that bridge the disc, fused vertebrae. Immutable. */
final class Discs {
    private final Spine spine;
    private final VertebralBodies bodies;
    private final RandomFields fields;

    Discs(Spine spine, VertebralBodies bodies, RandomFields fields) {
        this.spine = spine;
        this.bodies = bodies;
        this.fields = fields;
    }

    /**
     * Fills {@code sample} if the point lies in a disc.
     *
     * @param index of the disc, C2/3 = 0
     * @param upper the point in the body above the disc
     * @param lower the same in the body below
     * @return whether it does
     */
    boolean sample(int index, BodyCoordinates upper, BodyCoordinates lower, TissueSample sample) {
        Disc disc = spine.disc(index);
        double over = -upper.fromLower;
        double under = -lower.fromUpper;
        if (over < 0 || under < 0) {
            return false;
        }
        double share = over / Math.max(1e-6, over + under);
        double round = 4 * share * (1 - share);
        double front = (upper.fromFront + lower.fromFront) / 2 + 0.6 * round;
        double aside = (upper.left - disc.aside()) / 4.5;
        double slipped = disc.protrusion() * Math.max(0, 1 - aside * aside);
        double back = (upper.fromBack + lower.fromBack) / 2 + (disc.bulge() + slipped) * (0.4 + 0.6 * round);
        double side = (upper.fromSide + lower.fromSide) / 2 + 0.8 * round;
        double wall = Math.min(front, Math.min(back, side));
        if (wall < 0) {
            return false;
        }
        sample.level = index;
        sample.label = index < spine.sequence().s1() ? AnatomyClasses.DISC : AnatomyClasses.SACRUM;
        fill(index, disc, share, wall, front, upper, sample);
        return true;
    }

    private void fill(int index, Disc disc, double share, double wall, double front, BodyCoordinates p, TissueSample sample) {
        double toPlate = Math.min(share, 1 - share) * disc.height();
        if (disc.fused() || index > spine.sequence().s1()) {
            if (wall < 1 || toPlate < 0.25) {
                sample.tissue = Tissue.CORTEX;
            } else {
                bodies.marrow(index, p, 0.15, sample);
            }
            return;
        }
        if (disc.bridged() && front < 2) {
            sample.tissue = front < 0.8 ? Tissue.CORTEX : Tissue.LIGAMENT;
            return;
        }
        Vertebra vertebra = spine.vertebra(index);
        double a = (p.anterior + 0.07 * vertebra.halfDepth()) / (disc.nucleus() * vertebra.halfDepth() * 1.25);
        double l = p.left / (disc.nucleus() * vertebra.halfWidth() * 1.25);
        double r = Math.sqrt(a * a + l * l);
        if (toPlate < 0.45 || wall < 1.1) {
            sample.tissue = Tissue.LIGAMENT;
        } else if (r > 1) {
            sample.tissue = Tissue.ANNULUS;
            sample.gain = 0.85 + 0.3 * fields.fine().at(wall * 0.9, index * 5, 3) + 0.5 * disc.wet() * Math.max(0, 1.5 - r);
            sample.gain = Math.max(0.4, sample.gain);
        } else if (disc.vacuum() && r < 0.7 && Math.abs(share - 0.5) < 0.25) {
            sample.tissue = Tissue.VOID;
        } else {
            sample.tissue = Tissue.DISC;
            sample.wet = Math.max(0, Math.min(1, disc.wet() * (1.05 - 0.45 * r * r * r) * cleft(disc, share, a, p)));
        }
    }

    private double cleft(Disc disc, double share, double a, BodyCoordinates p) {
        if (disc.clefts() == 0 || disc.height() < 5) {
            return 1;
        }
        double wave = 0.06 * fields.smooth().at(p.left / 4, p.anterior / 4, 9);
        double off = Math.abs(share - 0.5 + wave);
        double thick = 0.5 / disc.height();
        double dark = disc.clefts() == 1 ? off : Math.min(off, Math.abs(off - 0.17 * Math.max(0, 1 - a * a)));
        return dark < thick && Math.abs(a) < 0.8 ? 0.45 : 1;
    }
}

package spine.phantom.internal.standard.body;

import spine.phantom.internal.core.geometry.AnatomyClasses;
import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.standard.spine.Disc;
import spine.phantom.internal.standard.spine.Spine;
import spine.phantom.internal.standard.spine.Vertebra;
import spine.phantom.internal.standard.tissue.Tissue;
import spine.phantom.internal.standard.tissue.TissueSample;

/** Discs: nucleus and annulus by degeneration, clefts, gas, and bridges of bone in front. Immutable. */
final class Discs {
    private final Spine spine;
    private final DiscSignal signal;

    Discs(Spine spine, DiscSignal signal) {
        this.spine = spine;
        this.signal = signal;
    }

    /**
     * Fills {@code out} for a point of a disc.
     *
     * @param index of the disc, C2/3 = 0
     * @param body a vertebra beside it
     * @param p the point in the coordinates of that vertebra
     */
    void sample(int index, Vertebra body, BodyCoordinates p, TissueSample out) {
        Disc disc = spine.disc(index);
        out.level = index;
        out.gain = signal.gain(index);
        out.label = index <= Levels.L5 ? AnatomyClasses.DISC : AnatomyClasses.SACRUM;
        double toEndplate = index == body.index() ? -p.fromLower : -p.fromUpper;
        double border = signal.border(disc.height());
        double middle = disc.height() / 2 - toEndplate;
        double a = (p.anterior + 0.08 * body.halfDepth()) / body.halfDepth();
        double l = p.left / body.halfWidth();
        double r = a * a + l * l;
        double wall = Math.min(p.fromFront, Math.min(p.fromBack, p.fromSide));
        if (disc.bridged() && p.fromFront < 2.2) {
            bridge(body.index(), p, out);
        } else if (disc.fused()) {
            remnant(body.index(), wall, r, out);
        } else if (index > Levels.L5) {
            out.tissue = index == Levels.S1 ? disc.height() > 4 ? Tissue.DISC_FRESH : Tissue.DISC_WORN : Tissue.LIGAMENT;
        } else if (wall < signal.annulus()) {
            out.tissue = Tissue.LIGAMENT;
        } else if (toEndplate < border) {
            out.tissue = signal.cartilage();
        } else if (r > signal.nucleus()) {
            out.tissue = disc.degeneration() < 0.3 && r < signal.nucleus() + 0.12 ? Tissue.DISC_WORN : Tissue.ANNULUS;
        } else if (disc.vacuum() && r < 0.3) {
            out.tissue = Tissue.BOWEL_GAS;
        } else if (disc.degeneration() > 0.8) {
            out.tissue = Tissue.DISC_DRY;
        } else if (disc.degeneration() > 0.5) {
            out.tissue = Tissue.DISC_WORN;
        } else if (disc.cleft() && Math.abs(middle) < 0.6 + disc.height() * 0.05 && r < 0.35) {
            out.tissue = Tissue.DISC_WORN;
        } else {
            out.tissue = disc.degeneration() < 0.2 && r < 0.4 ? Tissue.NUCLEUS_FRESH : Tissue.DISC_FRESH;
        }
    }

    /** What is left of a disc in a block vertebra: marrow with a thin dark rim. */
    private void remnant(int vertebra, double wall, double r, TissueSample out) {
        out.tissue = wall < 1 ? Tissue.CORTEX : r > 0.7 ? Tissue.ANNULUS : Tissue.MARROW;
        if (out.tissue == Tissue.MARROW) {
            out.marrow = vertebra;
            out.gain = 1;
        }
    }

    /** A syndesmophyte: a thin shell of bone over the front of the disc, with marrow where it is thick. */
    private void bridge(int vertebra, BodyCoordinates p, TissueSample out) {
        if (p.fromFront < 0.2) {
            out.tissue = Tissue.CORTEX;
        } else if (p.fromFront < 1.4) {
            out.tissue = Tissue.MARROW;
            out.marrow = vertebra;
            out.fatty = 0.3;
            out.gain = 1;
        } else {
            out.tissue = Tissue.LIGAMENT;
        }
    }
}

package spine.phantom.internal.standard.body;

import spine.phantom.internal.core.geometry.AnatomyClasses;
import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.standard.lesion.Lesion;
import spine.phantom.internal.standard.lesion.Lesions;
import spine.phantom.internal.standard.spine.Disc;
import spine.phantom.internal.standard.spine.Spine;
import spine.phantom.internal.standard.spine.Vertebra;
import spine.phantom.internal.standard.tissue.Tissue;
import spine.phantom.internal.standard.tissue.TissueSample;

/** Vertebral bodies with their cortex, marrow and marrow changes. Immutable. */
final class VertebralBodies {
    /** Share of red marrow and of blood from which truth calls the marrow so. */
    private static final double RED = 0.25;
    private static final double BLOOD = 0.3;

    private final Spine spine;
    private final Lesions lesions;
    private final MarrowFat marrow;
    private final Discs discs;
    private final BoneAppearance appearance;

    VertebralBodies(Spine spine, Lesions lesions, MarrowFat marrow, Discs discs, BoneAppearance appearance) {
        this.spine = spine;
        this.lesions = lesions;
        this.marrow = marrow;
        this.discs = discs;
        this.appearance = appearance;
    }

    /**
     * Fills {@code out} if the point lies in the body of the vertebra or in the given disc beside it.
     *
     * @param disc index of the disc, -1 for none
     * @param point scratch space
     * @return whether it does
     */
    boolean sample(int vertebra, int disc, double x, double y, double z, BodyCoordinates point, TissueSample out) {
        Vertebra body = spine.vertebra(vertebra);
        Disc between = disc >= 0 ? spine.disc(disc) : null;
        body.locate(x, y, z, between == null ? 0 : between.bulge(), point);
        if (point.inside) {
            body(vertebra, point, out);
            return true;
        }
        if (between != null && point.beyondEndplate && (disc == vertebra ? point.fromLower < 0 : point.fromUpper < 0)) {
            discs.sample(disc, body, point, out);
            return true;
        }
        return false;
    }

    private void body(int vertebra, BodyCoordinates p, TissueSample out) {
        out.level = vertebra;
        out.label = AnatomyClasses.ofVertebra(vertebra);
        double thick = appearance.shell();
        double endplate = (vertebra > Levels.S1 ? 0.4 : 0.75) * thick;
        boolean shell = p.dens ? p.fromSide < 0.8 * thick
                : p.fromUpper < (vertebra == 0 ? 0 : endplate) || p.fromLower < endplate || p.fromFront < 0.7 * thick
                        || p.fromBack < 0.5 * thick || p.fromSide < 0.6 * thick;
        out.oedema = lesions.oedema(vertebra, p);
        if (vertebra == 0 && !p.dens && p.fromUpper < appearance.synchondrosis()) {
            // Resembles a disc, but has no label.
            out.tissue = Tissue.DISC_DRY;
            return;
        }
        if (shell && !(appearance.effaced() && out.oedema)) {
            out.tissue = Tissue.CORTEX;
            return;
        }
        out.tissue = Tissue.MARROW;
        out.marrow = vertebra;
        out.red = p.dens ? 0 : marrow.red(vertebra, p);
        out.mimic = out.red > RED ? LesionType.RED_MARROW.mimic() : 0;
        basivertebral(vertebra, p, out);
        change(vertebra, p, out);
        out.mimic = out.oedema ? 0 : out.mimic;
    }

    /** What fills a defect of an endplate: from scar over disc tissue to fluid. */
    private static Tissue filling(double severity) {
        return severity < 0.15 ? Tissue.LIGAMENT : severity < 0.4 ? Tissue.DISC_WORN : severity < 0.8 ? Tissue.DISC_FRESH : Tissue.FLUID;
    }

    /** The basivertebral vein: a wedge at mid-height that opens into the canal. */
    private void basivertebral(int vertebra, BodyCoordinates p, TissueSample out) {
        if (vertebra == 0 || vertebra >= Levels.S1) {
            return;
        }
        double reach = spine.vertebra(vertebra).halfDepth() * appearance.veinReach();
        if (p.fromBack < reach && Math.abs(p.left) < 5) {
            double half = appearance.veinHeight() * (0.7 + 1.7 * (1 - p.fromBack / reach) * (1 - Math.abs(p.left) / 5));
            if (Math.abs(p.cranial) < half) {
                out.changed = appearance.veins() * (1 - 0.6 * p.fromBack / reach);
                out.severity = 0.75;
                out.mimic = out.changed > BLOOD ? LesionType.BASIVERTEBRAL_VEIN.mimic() : out.mimic;
            }
        }
    }

    /** Adds the oedema of facet joints and processes, for bone outside the bodies. */
    void joint(int vertebra, BodyCoordinates p, TissueSample out) {
        for (Lesion lesion : lesions.of(vertebra)) {
            if (lesion.kind() == Lesion.Kind.JOINT) {
                out.changed = Math.max(out.changed, lesions.weight(lesion, p));
                out.severity = lesion.severity();
            }
        }
    }

    /** Adds the marrow changes; the most severe one is taken, and an endplate defect replaces the marrow. */
    private void change(int vertebra, BodyCoordinates p, TissueSample out) {
        for (Lesion lesion : lesions.of(vertebra)) {
            double w = lesion.kind() == Lesion.Kind.JOINT ? 0 : lesions.weight(lesion, p);
            if (w <= 0) {
                continue;
            }
            switch (lesion.kind()) {
                case OEDEMA, MIMIC -> {
                    if (w * lesion.severity() > out.changed * out.severity) {
                        out.changed = w;
                        out.severity = lesion.severity();
                        out.mimic = w > 0.5 ? lesion.type().mimic() : out.mimic;
                    }
                }
                case FAT -> out.fatty = Math.max(out.fatty, w);
                case SCLEROSIS -> out.dense = Math.max(out.dense, w * lesion.severity());
                case ENDPLATE_DEFECT -> {
                    if (w > 0.5) {
                        out.tissue = filling(lesion.severity());
                        out.marrow = -1;
                        out.mimic = lesion.type().mimic();
                        return;
                    }
                }
                default -> throw new IllegalStateException("no rule for " + lesion.kind());
            }
        }
    }
}

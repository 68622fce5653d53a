package spine.phantom.internal.shift.regions;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.noise.RandomFields;
import spine.phantom.internal.shift.noise.WorleyNoise;
import spine.phantom.internal.shift.spine.Centreline;
import spine.phantom.internal.shift.spine.Demographics;
import spine.phantom.internal.shift.spine.Spine;
import spine.phantom.internal.shift.tissue.Tissue;
import spine.phantom.internal.shift.tissue.TissueSample;

/** Everything but the spine: which region of the body a point lies in, and its tissue. Immutable. */
public final class BodyRegions {
    private final Spine spine;
    private final FrontalProjection projection;
    private final BodyHabitus habitus;
    private final ParaspinalMuscles muscles;
    private final Head head;
    private final Neck neck;
    private final Thorax thorax;
    private final Abdomen abdomen;
    private final double dome;
    private final double inlet;
    private final double vesselSize;
    private final double neckX;
    private final double neckY;
    private final double skullBase;

    public BodyRegions(Spine spine, RandomFields fields, ParaspinalMuscles muscles, SeededRandom random) {
        this.spine = spine;
        this.muscles = muscles;
        Demographics demographics = spine.demographics();
        projection = new FrontalProjection(spine);
        habitus = new BodyHabitus(demographics, random.child("figure"));
        head = new Head(fields, demographics.scale());
        neck = new Neck(muscles, random.child("throat"));
        thorax = new Thorax(fields, random.child("chest"));
        abdomen = new Abdomen(fields, demographics.adiposity(), demographics.male(), random.child("belly"));
        dome = random.uniform(14.2, 15.8);
        inlet = random.uniform(5.4, 6.4);
        vesselSize = random.uniform(0, 1);
        neckX = spine.centreline().line(-1, 0);
        neckY = spine.centreline().line(-1, 1);
        skullBase = projection.top() + 4;
    }

    /** Whether a height is below the skull base. */
    public boolean below(double z) {
        return z < skullBase + 2;
    }

    /**
     * Fills {@code sample} for a patient point.
     *
     * @param position the point along the centreline
     * @param behind its distance behind the posterior wall of the bodies, mm
     * @param ahead its distance in front of them, mm
     * @param cell scratch space
     */
    public void sample(Centreline.Position position, double x, double y, double z, double behind, double ahead, WorleyNoise.Cell cell,
            TissueSample sample) {
        double up = z - skullBase;
        if (up > -70 && head.sample(x - neckX, neckY - y, up, cell, sample)) {
            return;
        }
        if (up > 8) {
            sample.clear();
            return;
        }
        sample.clear();
        if (ahead > 0) {
            front(position, x, y, z, ahead, cell, sample);
        } else {
            back(position, x, y, z, behind, cell, sample);
        }
    }

    private void front(Centreline.Position position, double x, double y, double z, double ahead, WorleyNoise.Cell cell,
            TissueSample sample) {
        double side = Math.abs(position.left);
        if (ahead < 1.3 && side < 22 && position.level < 24) {
            sample.tissue = Tissue.LIGAMENT;
            return;
        }
        if (ahead < 3.2 && segmentalVessel(position.level, side, ahead)) {
            sample.tissue = Tissue.VEIN;
            return;
        }
        double share = Math.min(1, ahead / 35);
        double level = position.level * (1 - share) + projection.level(z) * share;
        double f = ahead * (1 - share) + (projection.front(z) - y) * share;
        double skin = habitus.skinFront(level);
        double wall = habitus.wall(level) - Math.max(0, side - 40) * 0.3;
        if (f > skin) {
            sample.tissue = Tissue.VOID;
        } else if (f > skin - 2) {
            sample.tissue = Tissue.SKIN;
        } else if (f > wall) {
            muscles.subcutaneous(x, y, z, sample);
        } else if (level < inlet) {
            neck.sample(level, f, x, wall, cell, sample);
        } else if (level < dome + 1.6 * sq(Math.max(0, 60 - f) / 60) + 1.1 * sq(Math.max(0, f - 70) / 60)) {
            thorax.sample(level, f, x, wall, cell, sample);
        } else {
            abdomen.sample(level, f, x, wall, cell, sample);
        }
    }

    /** Segmental vessels at mid-height of the bodies; bright in some patients. */
    private boolean segmentalVessel(double level, double side, double ahead) {
        double off = (level - Math.rint(level)) * 22;
        return vesselSize > 0.45 && level > 6.5 && level < 22.4 && side > 1 && off * off + sq(ahead - 2.1) * 3 < 2.4 + 2.2 * vesselSize;
    }

    private void back(Centreline.Position position, double x, double y, double z, double behind, WorleyNoise.Cell cell,
            TissueSample sample) {
        double away = -position.anterior;
        double side = Math.abs(position.left);
        double skin = habitus.skinBehind(position.level) - 0.004 * side * side;
        double fascia = habitus.fascia(position.level) - 0.006 * side * side;
        if (away > skin) {
            sample.tissue = Tissue.VOID;
        } else if (away > skin - 2) {
            sample.tissue = Tissue.SKIN;
        } else if (away > fascia) {
            muscles.subcutaneous(x, y, z, sample);
        } else if (behind < 4 && position.level < 23) {
            muscles.beside(position.level, position.anterior, side - spine.canal().side(position.level), cell, sample);
        } else {
            muscles.behind(position.level, position.left, away, fascia, cell, sample);
        }
    }

    private static double sq(double x) {
        return x * x;
    }
}

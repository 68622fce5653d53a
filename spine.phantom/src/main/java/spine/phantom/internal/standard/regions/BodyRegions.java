package spine.phantom.internal.standard.regions;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.standard.noise.ValueNoise;
import spine.phantom.internal.standard.spine.Centreline;
import spine.phantom.internal.standard.spine.Demographics;
import spine.phantom.internal.standard.spine.Spine;
import spine.phantom.internal.standard.spine.Vertebra;
import spine.phantom.internal.standard.tissue.Tissue;

/** Everything but the spine: which region of the body a point lies in, and its tissue. Immutable. */
public final class BodyRegions {
    private static final double SKIN = 2;

    private final Spine spine;
    private final FrontalProjection projection;
    private final BodyHabitus habitus;
    private final Organs organs;
    private final ParaspinalMuscles muscles;
    private final Head head;
    private final ValueNoise noise;
    private final double septa;

    public BodyRegions(Spine spine, ValueNoise noise, SeededRandom random) {
        this.spine = spine;
        Demographics demographics = spine.demographics();
        this.noise = noise;
        septa = random.child("septa").uniform(0, 0.09);
        projection = new FrontalProjection(spine);
        habitus = new BodyHabitus(demographics, random.child("habitus"));
        organs = new Organs(noise, demographics.adiposity(), random.child("organs"));
        double wasting = Math.max(0, (demographics.age() - 30) / 60.0 * 0.5 + random.normal(0.1, 0.12));
        muscles = new ParaspinalMuscles(noise, Math.min(0.7, wasting));
        Vertebra axis = spine.vertebra(0);
        head = new Head(axis.frame(), axis.height(), demographics.scale(), noise);
    }

    /** Whether a height is below the skull base. */
    public boolean below(double z) {
        return head.above(z) < 4;
    }

    /**
     * The tissue at a patient point.
     *
     * @param position the point along the centreline
     * @param level its level (C2 = 0)
     * @param behind its distance behind the posterior wall of the bodies, mm
     * @param front its distance in front of them, mm
     */
    public Tissue at(Centreline.Position position, double level, double behind, double front, double x, double y, double z) {
        double up = head.above(z);
        if (up > -6) {
            Tissue tissue = head.at(x, y, z);
            if (tissue != null) {
                return tissue;
            }
            if (up > 10) {
                return Tissue.AIR;
            }
        }
        return front > 0 ? ahead(position, level, front, y, z) : back(position, level, behind, y, z);
    }

    private Tissue ahead(Centreline.Position position, double level, double front, double y, double z) {
        double share = Math.max(0, Math.min(1, (front - 8) / 40));
        double high = level + (projection.level(z) - level) * share;
        double straight = projection.y(z) - y - Centreline.at(spine.canal().frontWall(), position);
        double f = front + (straight - front) * share;
        double skin = habitus.skinFront(high);
        if (f > skin) {
            return Tissue.AIR;
        }
        if (f > skin - SKIN) {
            return Tissue.SKIN;
        }
        double wall = habitus.fasciaFront(high);
        return f > wall ? subcutaneous(position.left, y, z) : organs.at(high, f, position.left, wall);
    }

    /** Fat with its septa. */
    private Tissue subcutaneous(double left, double y, double z) {
        return Math.abs(noise.at(left / 14, y / 7, z / 11)) < septa ? Tissue.CONNECTIVE : Tissue.FAT;
    }

    private Tissue back(Centreline.Position position, double level, double behind, double y, double z) {
        double side = Math.abs(position.left);
        double skin = habitus.skinBehind(level) - side * side * 0.006;
        double away = -position.anterior;
        if (away > skin) {
            return Tissue.AIR;
        }
        if (away > skin - SKIN) {
            return Tissue.SKIN;
        }
        double fascia = habitus.fasciaBehind(level) - side * side * 0.005;
        if (away > fascia) {
            return subcutaneous(position.left, y, z);
        }
        double width = Centreline.at(spine.canal().halfWidth(), position);
        if (behind < 4 && level < 23) {
            return muscles.beside(level, position.anterior, side - width);
        }
        return muscles.behind(level, fascia - away, position.left, behind);
    }
}

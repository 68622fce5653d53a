package spine.phantom.internal.standard.lesion;

import java.util.ArrayList;
import java.util.List;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.standard.spine.Spine;
import spine.phantom.internal.standard.spine.Vertebra;

/** Draws the inflammation of a patient: the number of sites, their units and their shapes. */
final class InflammatoryLesions {
    /** Share of patients without inflammation. */
    private static final double WITHOUT = 0.28;
    /** Degeneration of a disc beyond which a band under a whole endplate is degenerative, not inflammatory. */
    private static final double WORN = 0.55;
    /** Frequency of the units C2/3 to L5/S1, relative: rare in the cervical spine, highest at T6 to T9. */
    private static final double[] UNIT = {0.4, 0.5, 0.7, 0.9, 1.0, 1.2, 1.8, 2.4, 3.2, 4.2, 5.2, 6.4, 7.0, 6.6, 5.4, 4.6, 4.2, 4.4, 3.8,
        3.4, 3.2, 3.4, 3.0};
    private final Spine spine;
    private final SeededRandom random;
    /** Lesions of one patient resemble each other: half width of the border and its irregularity, mm. */
    private final double soft;
    private final double ragged;
    private final List<Lesion> lesions = new ArrayList<>();

    private InflammatoryLesions(Spine spine, SeededRandom random) {
        this.spine = spine;
        this.random = random;
        soft = random.chance(0.25) ? random.uniform(0.2, 0.5) : random.uniform(0.5, 2.4);
        ragged = random.chance(0.3) ? random.uniform(1.5, 3.2) : random.uniform(0.2, 1.8);
    }

    static List<Lesion> draw(Spine spine, SeededRandom random) {
        InflammatoryLesions drawn = new InflammatoryLesions(spine, random);
        if (!random.chance(WITHOUT)) {
            int sites = (int) Math.ceil(StrictMath.exp(random.normal(0.28, 0.9)));
            if (random.chance(0.15)) {
                sites += random.chance(0.2) ? random.between(8, 20) : random.between(3, 8);
            }
            for (int i = 0; i < sites; i++) {
                drawn.site(random.weighted(UNIT));
            }
        }
        return drawn.lesions;
    }

    private void site(int unit) {
        double severity = severity();
        switch (random.weighted(42, 19, 8, 12, 6, 4, 4, 9)) {
            case 0 -> corner(unit, random.chance(0.5), true, severity);
            case 1 -> corner(unit, random.chance(0.5), false, severity);
            case 2 -> {
                boolean front = random.chance(0.75);
                corner(unit, true, front, severity);
                corner(unit, false, front, severity * other());
            }
            case 3 -> {
                hemisphere(unit, true, severity);
                hemisphere(unit, false, severity * other());
            }
            case 4 -> hemisphere(unit, random.chance(0.5), severity);
            case 5 -> layer(unit, random.uniform(0.45, 1.1), severity);
            case 6 -> layer(unit, random.uniform(0.14, 0.35), severity);
            default -> diffuse(unit, severity);
        }
    }

    /** From barely visible (0) to as bright as fluid (1). */
    private double severity() {
        return switch (random.weighted(30, 50, 20)) {
            case 0 -> random.uniform(0, 0.16);
            case 1 -> random.uniform(0.14, 0.75);
            default -> random.uniform(0.75, 1.1);
        };
    }

    /** Factor on the severity in the second vertebra of a unit: mostly near 1, sometimes far from it. */
    private double other() {
        return random.chance(0.6) ? random.uniform(0.8, 1.1) : random.uniform(0.15, 1.6);
    }

    /** The upper vertebra of a unit is affected at its lower endplate, the lower one at its upper endplate. */
    private void corner(int unit, boolean upperVertebra, boolean front, double severity) {
        int index = upperVertebra ? unit : unit + 1;
        Vertebra v = spine.vertebra(index);
        double size = Math.min(1, v.height() / 20);
        double endplate = Math.min(random.uniform(4, random.chance(0.2) ? 17 : 12), v.halfDepth() * 1.4) * (front ? 1 : 0.85);
        double wall = Math.min(random.uniform(4, random.chance(0.25) ? 22 : 13), v.height() * 0.95) * (front ? 1 : 0.85);
        double half = range(v);
        add(index, LesionShape.roundedCorner(!upperVertebra, front, endplate * (0.6 + 0.4 * size), wall * (0.6 + 0.4 * size),
                middle(v, half),
                half, random.chance(0.4) ? 1 : random.uniform(0.75, 2.2)), LesionType.CORNER, severity);
    }

    private void hemisphere(int unit, boolean upperVertebra, double severity) {
        int index = upperVertebra ? unit : unit + 1;
        Vertebra v = spine.vertebra(index);
        double depth = Math.min(random.uniform(3.5, 12), v.halfDepth());
        double height = Math.min(random.uniform(3.5, random.chance(0.25) ? 18 : 12), v.height() * 0.9);
        double half = range(v);
        add(index, LesionShape.hemisphere(!upperVertebra, random.uniform(-0.6, 0.7) * v.halfDepth(), middle(v, half), depth, half, height),
                LesionType.ENDPLATE, severity);
    }

    /**
     * A layer under an endplate, under all of it or its front part.
     *
     * @param share of the height of the body
     */
    private void layer(int unit, double share, double severity) {
        if (spine.disc(unit).degeneration() > WORN) {
            corner(unit, random.chance(0.5), random.chance(0.6), severity);
            return;
        }
        boolean upperVertebra = random.chance(0.5);
        int index = upperVertebra ? unit : unit + 1;
        Vertebra v = spine.vertebra(index);
        double half = Math.max(range(v), v.halfWidth() * 0.6);
        double from = random.chance(0.4) ? random.uniform(-0.3, 0.3) * v.halfDepth() : -50;
        add(index, LesionShape.layer(!upperVertebra, Math.max(2.5, v.height() * share), from, 50, middle(v, half), half),
                LesionType.ENDPLATE, severity);
    }

    /** A large part of the body with a wide border. */
    private void diffuse(int unit, double severity) {
        boolean upperVertebra = random.chance(0.5);
        int index = upperVertebra ? unit : unit + 1;
        Vertebra v = spine.vertebra(index);
        double half = Math.max(range(v), 5);
        LesionShape shape = LesionShape.hemisphere(!upperVertebra, random.uniform(-0.8, 0.8) * v.halfDepth(), middle(v, half),
                v.halfDepth() * random.uniform(0.5, 1.3), half, v.height() * random.uniform(0.35, 1));
        add(index, shape, LesionType.DIFFUSE, severity, random.uniform(0.8, 4), random.uniform(0.5, 3.5));
    }

    private double range(Vertebra v) {
        double full = v.halfWidth() + 2;
        return random.chance(0.25) ? full : Math.min(full, random.uniform(2.2, 13));
    }

    private double middle(Vertebra v, double half) {
        double room = Math.max(0, v.halfWidth() - half * 0.6);
        return random.uniform(-room, room);
    }

    private void add(int vertebra, LesionShape shape, LesionType type, double severity) {
        add(vertebra, shape, type, severity, soft * random.uniform(0.7, 1.3), ragged * random.uniform(0.6, 1.3));
    }

    private void add(int vertebra, LesionShape shape, LesionType type, double severity, double softness, double unevenness) {
        if (vertebra <= Levels.S1) {
            lesions.add(new Lesion(vertebra, Lesion.Kind.OEDEMA, type, shape, severity, softness, unevenness));
        }
    }
}

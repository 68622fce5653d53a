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
    private final boolean florid;
    private final EndplateDamage damage;
    private final List<Lesion> lesions = new ArrayList<>();

    private InflammatoryLesions(Spine spine, Cohort cohort, SeededRandom random) {
        this.spine = spine;
        this.random = random;
        soft = random.chance(0.25) ? random.uniform(0.2, 0.5) : random.uniform(0.5, 2.4);
        ragged = random.chance(0.3) ? random.uniform(1.5, 3.2) : random.uniform(0.2, 1.8);
        florid = random.chance(cohort.florid);
        damage = new EndplateDamage(spine, random.child("endplates"));
    }

    static List<Lesion> draw(Spine spine, Cohort cohort, SeededRandom random) {
        InflammatoryLesions drawn = new InflammatoryLesions(spine, cohort, random);
        if (!random.chance(cohort.without)) {
            int sites = (int) Math.ceil(StrictMath.exp(random.normal(cohort.sites, 0.9)));
            if (random.chance(cohort.many)) {
                sites += random.chance(0.2) ? random.between(8, 20) : random.between(3, 8);
            }
            boolean anywhere = random.chance(cohort.anywhere);
            for (int i = 0; i < sites; i++) {
                drawn.site(anywhere ? random.between(0, Levels.UNITS - 1) : random.weighted(UNIT));
            }
        }
        drawn.lesions.addAll(drawn.damage.drawn());
        return drawn.lesions;
    }

    /** Draws sites of inflammation that appear later. */
    static List<Lesion> appear(Spine spine, Cohort cohort, int sites, SeededRandom random) {
        InflammatoryLesions drawn = new InflammatoryLesions(spine, cohort, random);
        for (int i = 0; i < sites; i++) {
            drawn.site(random.weighted(UNIT));
        }
        drawn.lesions.addAll(drawn.damage.drawn());
        return drawn.lesions;
    }

    private void site(int unit) {
        double severity = severity();
        switch (random.weighted(38, 17, 9, 11, 6, 4, 4, 7, 8)) {
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
            case 7 -> diffuse(unit, severity);
            default -> discitis(unit, severity);
        }
    }

    /** From barely visible (0) to as bright as fluid (1). */
    private double severity() {
        if (florid) {
            return random.uniform(0.8, 1.2);
        }
        return switch (random.weighted(30, 48, 22)) {
            case 0 -> random.uniform(0, 0.16);
            case 1 -> random.uniform(0.14, 0.75);
            default -> random.uniform(0.75, 1.15);
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
        LesionShape shape = LesionShape.roundedCorner(!upperVertebra, front, endplate * (0.6 + 0.4 * size), wall * (0.6 + 0.4 * size),
                middle(v, half), half, random.chance(0.4) ? 1 : random.uniform(0.75, 2.2));
        add(index, random.chance(0.12) ? setBack(shape, index, !upperVertebra, random.uniform(0.5, 3)) : shape, LesionType.CORNER,
                severity);
    }

    private void hemisphere(int unit, boolean upperVertebra, double severity) {
        int index = upperVertebra ? unit : unit + 1;
        Vertebra v = spine.vertebra(index);
        double depth = Math.min(random.uniform(3.5, 12), v.halfDepth());
        double height = Math.min(random.uniform(3.5, random.chance(0.25) ? 18 : 12), v.height() * 0.9);
        double half = range(v);
        double deep = random.chance(0.45) ? random.uniform(1, Math.min(7, 0.3 * v.height())) : 0;
        LesionShape shape = LesionShape.hemisphere(!upperVertebra, random.uniform(-0.6, 0.7) * v.halfDepth(), middle(v, half), depth, half,
                Math.min(height + deep, v.height() * 0.95));
        add(index, deep > 0 ? setBack(shape, index, !upperVertebra, deep) : shape, LesionType.ENDPLATE, severity);
    }

    /**
     * Inflammation of a disc and both endplates (Andersson lesion): ill-defined, mostly behind dense or eroded bone, whatever the state of
     * the disc.
     */
    private void discitis(int unit, double severity) {
        boolean both = random.chance(0.75);
        boolean upperFirst = random.chance(0.5);
        double place = random.uniform(-0.6, 0.8);
        double bright = Math.max(0.25, severity);
        for (int side = 0; side < 2; side++) {
            int index = unit + side;
            Vertebra v = spine.vertebra(index);
            if (index > Levels.S1 || !both && (side == 0) != upperFirst) {
                continue;
            }
            double deep = random.uniform(1, Math.min(8, 0.35 * v.height()));
            double half = Math.max(range(v), v.halfWidth() * 0.4);
            double height = Math.min(deep + random.uniform(4, 14), v.height() * 0.95);
            LesionShape shape = LesionShape.hemisphere(side == 1, (place + random.uniform(-0.2, 0.2)) * v.halfDepth(), middle(v, half),
                    v.halfDepth() * random.uniform(0.5, 1.4), half, height);
            if (random.chance(0.7)) {
                damage.sclerosis(index, side == 1, deep * random.uniform(0.7, 1.2));
                shape = LesionShape.below(shape, side == 1, deep * random.uniform(0.7, 1));
            } else {
                damage.erosions(index, side == 1);
            }
            add(index, shape, LesionType.ENDPLATE, bright * (side == 0 ? 1 : other()), random.uniform(0.6, 3), random.uniform(0.5, 3.2));
        }
    }

    /** The part of a lesion below dense bone, or below marrow that has recovered. */
    private LesionShape setBack(LesionShape shape, int vertebra, boolean upperEndplate, double depth) {
        if (random.chance(0.65)) {
            damage.sclerosis(vertebra, upperEndplate, depth * random.uniform(0.8, 1.2));
        }
        return LesionShape.below(shape, upperEndplate, depth);
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

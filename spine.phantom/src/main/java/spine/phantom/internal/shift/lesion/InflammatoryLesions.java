package spine.phantom.internal.shift.lesion;

import java.util.ArrayList;
import java.util.List;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.numeric.PiecewiseLinear;
import spine.phantom.internal.shift.prior.LesionPriors;
import spine.phantom.internal.shift.spine.Spine;
import spine.phantom.internal.shift.spine.Vertebra;

/**
 * Draws the inflammation of a patient: corner lesions, lesions under endplates, pairs of them on both sides of a disc, and lesions of
 * most of a body.
 */
final class InflammatoryLesions {
    /** Frequency of the units by level, relative. */
    private static final PiecewiseLinear FREQUENCY = new PiecewiseLinear(0, 0.3, 5, 0.9, 7, 2.2, 10, 4.4, 13, 6, 16, 4.4, 18, 4.6, 22, 4.2);

    private final Spine spine;
    private final LesionPriors priors;
    private final SeededRandom random;
    private final List<Lesion> lesions = new ArrayList<>();

    private InflammatoryLesions(Spine spine, LesionPriors priors, SeededRandom random) {
        this.spine = spine;
        this.priors = priors;
        this.random = random;
    }

    static List<Lesion> draw(Spine spine, LesionPriors priors, SeededRandom random) {
        InflammatoryLesions drawn = new InflammatoryLesions(spine, priors, random);
        if (!random.chance(priors.none())) {
            int sites = 1 + (int) (StrictMath.exp(random.normal(0.55, 1)) - 0.4);
            for (int i = 0; i < Math.min(18, sites); i++) {
                drawn.site(random.weighted(drawn.weights()));
            }
        }
        return drawn.lesions;
    }

    /** Draws sites of inflammation that appear later. */
    static List<Lesion> appear(Spine spine, LesionPriors priors, int sites, SeededRandom random) {
        InflammatoryLesions drawn = new InflammatoryLesions(spine, priors, random);
        for (int i = 0; i < sites; i++) {
            drawn.site(random.weighted(drawn.weights()));
        }
        return drawn.lesions;
    }

    private double[] weights() {
        double[] weights = new double[spine.sequence().s1()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = FREQUENCY.at(spine.sequence().usual(i));
        }
        return weights;
    }

    private void site(int unit) {
        boolean above = random.chance(0.5);
        boolean front = random.chance(0.64);
        double severity = Math.min(1, priors.faintest() + priors.gain() * StrictMath.pow(random.uniform(0, 1), 1.4));
        double middle = random.uniform(-0.6, 0.6);
        switch (random.weighted(priors.weights())) {
            case 0 -> corner(unit, above, front, severity, middle);
            case 1 -> {
                corner(unit, true, front, severity, middle);
                corner(unit, false, front, severity * random.uniform(0.7, 1), middle);
            }
            case 2 -> endplate(unit, above, severity, middle);
            case 3 -> {
                endplate(unit, true, severity, middle);
                endplate(unit, false, severity * random.uniform(0.75, 1), middle);
            }
            case 4 -> diffuse(unit, above, front, severity);
            case 5 -> hemisphere(unit, above, severity, middle);
            default -> subcortical(unit, above, front, severity, middle);
        }
    }

    /** A corner lesion: balls of decreasing size, one along the endplate and one along the wall. */
    private void corner(int unit, boolean above, boolean front, double severity, double middle) {
        Vertebra body = spine.vertebra(above ? unit : unit + 1);
        double grown = 0.55 + 0.45 * Math.min(1, body.height() / 22);
        double radius = random.uniform(3, 6.2) * grown * (front ? 1 : 0.88);
        double along = random.uniform(0.6, 2.2) * radius;
        double deep = random.uniform(0.6, random.chance(0.3) ? 3.2 : 1.8) * radius;
        double left = middle * body.halfWidth();
        double[] balls = {0.5, 0.5, left, radius, 0.4, along, left + random.uniform(-2, 2), radius * random.uniform(0.5, 0.8), deep,
            random.uniform(0.2, 1) * radius, left + random.uniform(-2, 2), radius * random.uniform(0.45, 0.75)};
        add(body, new LesionShape(plate(above), front ? LesionShape.Wall.FRONT : LesionShape.Wall.BACK, balls, new double[] {1, 1, wide()},
                random.uniform(0.4, 1.1)), LesionType.CORNER, severity);
    }

    private void endplate(int unit, boolean above, double severity, double middle) {
        Vertebra body = spine.vertebra(above ? unit : unit + 1);
        double grown = 0.55 + 0.45 * Math.min(1, body.height() / 22);
        int count = random.between(2, 4);
        double[] balls = new double[4 * count];
        double from = random.uniform(-0.7, 0.2);
        double step = random.uniform(0.25, 0.5);
        for (int i = 0; i < count; i++) {
            balls[4 * i] = random.uniform(-0.5, 1.5);
            balls[4 * i + 1] = Math.min(0.8, from + i * step) * body.halfDepth();
            balls[4 * i + 2] = middle * body.halfWidth() + random.uniform(-3, 3);
            balls[4 * i + 3] = random.uniform(2.6, 6.5) * grown;
        }
        add(body, new LesionShape(plate(above), LesionShape.Wall.MIDDLE, balls, new double[] {random.uniform(0.7, 1.5), 1, wide()},
                random.uniform(0.4, 1.2)), LesionType.ENDPLATE, severity);
    }

    /** More than half of a body. */
    private void diffuse(int unit, boolean above, boolean front, double severity) {
        Vertebra body = spine.vertebra(above ? unit : unit + 1);
        double depth = body.height() * random.uniform(0.25, 0.5);
        double half = body.halfDepth() * random.uniform(0.5, 0.9);
        double[] balls = {depth * 0.6, half * 0.5, 0, half * 0.75, depth * 1.3, half, random.uniform(-5, 5), half * 0.7};
        add(body, new LesionShape(plate(above), front ? LesionShape.Wall.FRONT : LesionShape.Wall.BACK, balls,
                new double[] {depth / half * random.uniform(1, 1.5), 1.2, random.uniform(1, 2)}, random.uniform(0.6, 1.5)),
                LesionType.DIFFUSE, severity * 0.9);
    }

    /** Half a ball on the endplate, in most patients with its mirror image across the disc (Andersson lesion). */
    private void hemisphere(int unit, boolean above, double severity, double middle) {
        double along = random.uniform(-0.45, 0.45);
        double flat = random.uniform(0.7, 1.1);
        boolean kissing = random.chance(0.6);
        for (int side = 0; side < 2; side++) {
            boolean upper = side == 0;
            if (kissing || upper == above) {
                Vertebra body = spine.vertebra(unit + side);
                double radius = random.uniform(0.28, 0.6) * body.halfDepth();
                double[] ball = {0, along * body.halfDepth(), middle * body.halfWidth(), radius};
                add(body, new LesionShape(plate(upper), LesionShape.Wall.MIDDLE, ball, new double[] {flat, 1, wide()},
                        random.uniform(0.3, 0.9)), LesionType.ENDPLATE, upper == above ? severity : severity * random.uniform(0.75, 1));
            }
        }
    }

    /** A thin lesion along an endplate, from a wall or from its middle. */
    private void subcortical(int unit, boolean above, boolean front, double severity, double middle) {
        Vertebra body = spine.vertebra(above ? unit : unit + 1);
        LesionShape.Wall wall = random.chance(0.3) ? LesionShape.Wall.MIDDLE : front ? LesionShape.Wall.FRONT : LesionShape.Wall.BACK;
        double height = random.uniform(2.2, 4.5);
        double left = middle * body.halfWidth();
        int count = random.between(2, 3);
        double radius = body.halfDepth() * random.uniform(0.18, 0.32);
        double[] balls = new double[4 * count];
        for (int i = 0; i < count; i++) {
            balls[4 * i] = random.uniform(0.6, 1.4);
            balls[4 * i + 1] = (i + 0.3) * radius * 1.3;
            balls[4 * i + 2] = left + random.uniform(-2, 2);
            balls[4 * i + 3] = radius;
        }
        add(body, new LesionShape(plate(above), wall, balls, new double[] {height / radius, 1, wide()}, random.uniform(0.3, 0.8)),
                LesionType.ENDPLATE, severity);
    }

    private static LesionShape.Plate plate(boolean above) {
        return above ? LesionShape.Plate.LOWER : LesionShape.Plate.UPPER;
    }

    /** Extent from side to side over extent in the slice. */
    private double wide() {
        return random.chance(0.3) ? random.uniform(1.6, 3.5) : random.uniform(0.7, 1.6);
    }

    private void add(Vertebra body, LesionShape shape, LesionType type, double severity) {
        BoneReaction.Site site = new BoneReaction(priors).to(shape, body, random.child("bone", lesions.size()));
        lesions.addAll(site.bone());
        lesions.add(new Lesion(body.index(), Lesion.Kind.OEDEMA, type, site.inflamed(), severity, random.uniform(0.6, 2.6),
                random.uniform(0, 0.35)));
    }
}

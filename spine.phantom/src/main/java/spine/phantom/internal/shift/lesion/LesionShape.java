package spine.phantom.internal.shift.lesion;

import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.noise.SpectralNoise;

/**
 * Shape of a lesion as a level set of merging balls (metaballs) with an irregular rim, in coordinates that are measured from an endplate
 * and a wall of its body. Immutable.
 */
final class LesionShape {

    /** What the second coordinate is measured from. */
    enum Wall {
        FRONT, BACK, MIDDLE
    }

    /** What the first coordinate is measured from. */
    enum Plate {
        UPPER, LOWER, MIDDLE
    }

    private static final int PER_BALL = 4;
    private final Plate plate;
    private final Wall wall;
    private final double[] balls;
    private final double[] stretch;
    private final double size;
    private final double roughness;
    private final double limit;
    private final double outwards;

    /**
     * @param balls depth from the plate, distance from the wall, left and radius of every ball, mm
     * @param stretch factors on the extent in depth, along and to the left
     * @param roughness amplitude of the irregularities of the rim, mm
     */
    LesionShape(Plate plate, Wall wall, double[] balls, double[] stretch, double roughness) {
        this(plate, wall, balls, stretch, roughness, 0);
    }

    private LesionShape(Plate plate, Wall wall, double[] balls, double[] stretch, double roughness, double outwards) {
        this.outwards = outwards;
        this.plate = plate;
        this.wall = wall;
        this.balls = balls.clone();
        this.stretch = stretch.clone();
        this.roughness = roughness;
        double sum = 0;
        double reach = 0;
        for (int i = 0; i < balls.length; i += PER_BALL) {
            sum += balls[i + 3];
            reach = Math.max(reach, balls[i] / stretch[0] + 3 * balls[i + 3]);
        }
        size = sum / (balls.length / PER_BALL);
        limit = reach * stretch[0] + 6;
    }

    /** The same shape with its rim further out, or in. @param mm outwards */
    LesionShape grown(double mm) {
        return new LesionShape(plate, wall, balls, stretch, roughness, outwards + mm);
    }

    /** The same shape further from its endplate. */
    LesionShape deeper(double mm) {
        double[] moved = balls.clone();
        for (int i = 0; i < moved.length; i += PER_BALL) {
            moved[i] += mm;
        }
        return new LesionShape(plate, wall, moved, stretch, roughness);
    }

    /** A layer on the endplate, as wide as this shape. */
    LesionShape layer(double thickness) {
        double[] flat = balls.clone();
        for (int i = 0; i < flat.length; i += PER_BALL) {
            flat[i] = 0;
            flat[i + 3] *= 1.1;
        }
        return new LesionShape(plate, wall, flat, new double[] {thickness / size, stretch[1], stretch[2]}, roughness);
    }

    /** One to three pits in the endplate at this shape. */
    LesionShape pits(SeededRandom random) {
        double[] pits = new double[PER_BALL * random.between(1, 3)];
        for (int i = 0; i < pits.length; i += PER_BALL) {
            pits[i + 1] = balls[1] + random.uniform(-1, 1) * size;
            pits[i + 2] = balls[2] + random.uniform(-1, 1) * size;
            pits[i + 3] = random.uniform(1.2, 2.8);
        }
        return new LesionShape(plate, wall, pits, new double[] {random.uniform(0.8, 1.4), 1, random.uniform(1, 2)}, 0.3);
    }

    /** Distance inside the rim, mm, approximate; negative outside. */
    double inside(BodyCoordinates p, SpectralNoise noise) {
        double depth = switch (plate) {
            case UPPER -> Math.max(0, p.fromUpper);
            case LOWER -> Math.max(0, p.fromLower);
            case MIDDLE -> p.cranial;
        };
        if (depth > limit) {
            return -9;
        }
        double along = switch (wall) {
            case FRONT -> Math.max(0, p.fromFront);
            case BACK -> Math.max(0, p.fromBack);
            case MIDDLE -> p.anterior;
        };
        double field = 0;
        for (int i = 0; i < balls.length; i += PER_BALL) {
            double d = (depth - balls[i]) / stretch[0];
            double a = (along - balls[i + 1]) / stretch[1];
            double l = (p.left - balls[i + 2]) / stretch[2];
            double r = balls[i + 3];
            double far = (d * d + a * a + l * l) / (r * r) + 0.05;
            field += 1 / (far * far);
        }
        double rim = size * (1 - 1 / Math.sqrt(Math.sqrt(field))) + outwards;
        return rim > -4 ? rim + roughness * noise.at(p.left / 2.2 + 11, p.anterior / 2.2, p.cranial / 2.2) : rim;
    }
}

package spine.phantom.internal.standard.noise;

import spine.phantom.internal.core.random.SeededRandom;

/** Smooth random field in three dimensions with values in -1..1, repeating every 32 cells. Safe for many threads. */
public final class ValueNoise {
    private static final int SIDE = 32;
    private static final int MASK = SIDE - 1;
    private final float[] lattice = new float[SIDE * SIDE * SIDE];

    public ValueNoise(SeededRandom random) {
        for (int i = 0; i < lattice.length; i++) {
            lattice[i] = (float) random.uniform(-1, 1);
        }
    }

    /** The field at a point given in cells. */
    public double at(double x, double y, double z) {
        double fx = Math.floor(x);
        double fy = Math.floor(y);
        double fz = Math.floor(z);
        double u = fade(x - fx);
        double v = fade(y - fy);
        double w = fade(z - fz);
        int x0 = (int) fx & MASK;
        int y0 = ((int) fy & MASK) * SIDE;
        int z0 = ((int) fz & MASK) * SIDE * SIDE;
        int x1 = (x0 + 1) & MASK;
        int y1 = (y0 + SIDE) & (MASK * SIDE);
        int z1 = (z0 + SIDE * SIDE) & (MASK * SIDE * SIDE);
        double front = mix(mix(lattice[x0 + y0 + z0], lattice[x1 + y0 + z0], u),
                mix(lattice[x0 + y1 + z0], lattice[x1 + y1 + z0], u), v);
        double back = mix(mix(lattice[x0 + y0 + z1], lattice[x1 + y0 + z1], u),
                mix(lattice[x0 + y1 + z1], lattice[x1 + y1 + z1], u), v);
        return mix(front, back, w);
    }

    private static double fade(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }
}

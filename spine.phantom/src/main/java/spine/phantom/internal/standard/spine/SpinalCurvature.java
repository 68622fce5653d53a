package spine.phantom.internal.standard.spine;

import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;

/**
 * Rotation of every vertebra, degrees: supine lordosis and kyphosis, scoliosis with coupled axial rotation, and the oblique position of
 * the whole patient. Immutable.
 */
final class SpinalCurvature {
    private static final double[] LUMBAR = {0.04, 0.07, 0.12, 0.19, 0.26, 0.32};
    private static final double[] THORACIC = {0.07, 0.08, 0.09, 0.10, 0.11, 0.11, 0.11, 0.10, 0.09, 0.08, 0.06};

    private final double[] tilt = new double[Levels.COUNT];
    private final double[] lean = new double[Levels.COUNT];
    private final double[] turn = new double[Levels.COUNT];

    SpinalCurvature(Demographics demographics, SeededRandom random) {
        double sacral = random.normal(42, 8);
        double lordosis = random.normal(36, 11) - (demographics.kyphotic() ? random.uniform(3, 20) : 0);
        double kyphosis = random.normal(30, 9) + (demographics.kyphotic() ? random.uniform(8, 32) : 0);
        double cervical = random.normal(11, 11) + (kyphosis - 30) * 0.5;
        tilt[Levels.S1] = sacral;
        for (int i = Levels.L5; i >= Levels.T12; i--) {
            tilt[i] = tilt[i + 1] - lordosis * LUMBAR[i - Levels.T12] + random.normal(0, 0.9);
        }
        for (int i = Levels.T12 - 1; i >= Levels.T1; i--) {
            tilt[i] = tilt[i + 1] + kyphosis * THORACIC[i - Levels.T1] + random.normal(0, 0.7);
        }
        for (int i = Levels.C7; i >= 0; i--) {
            tilt[i] = tilt[i + 1] - cervical / 6 + random.normal(0, 1.0);
        }
        double[] sacrum = {9, 2, -14, -22};
        for (int i = 0; i < sacrum.length; i++) {
            tilt[Levels.S1 + 1 + i] = tilt[Levels.S1 + i] + sacrum[i] + random.normal(0, 3);
        }
        straighten(random.normal(0, 4));
        scoliosis(random);
    }

    /** Rotates the whole patient so that the neck lies straight above the sacrum, as on the table, up to a remainder in degrees. */
    private void straighten(double remainder) {
        double forward = 0;
        double up = 0;
        for (int i = 2; i < Levels.S1; i++) {
            double length = VertebraSizes.HEIGHT[i] + VertebraSizes.DISC[i];
            forward += length * StrictMath.sin(StrictMath.toRadians(tilt[i]));
            up += length * StrictMath.cos(StrictMath.toRadians(tilt[i]));
        }
        double turned = remainder - StrictMath.toDegrees(StrictMath.atan2(forward, up));
        for (int i = 0; i < tilt.length; i++) {
            tilt[i] += turned;
        }
    }

    private void scoliosis(SeededRandom random) {
        double cobb = random.chance(0.13) ? random.uniform(10, 42) : Math.abs(random.normal(0, 4));
        double apex = random.uniform(9, 20);
        double length = random.uniform(9, 15);
        double phase = random.chance(0.5) ? 1 : -1;
        double leaning = random.normal(0, 1.2);
        double turned = random.normal(0, 2.5);
        double coupled = random.uniform(0.1, 0.6);
        for (int i = 0; i < lean.length; i++) {
            double x = (i - apex) / length;
            double fall = StrictMath.exp(-x * x * 2);
            lean[i] = leaning + phase * cobb / 2 * StrictMath.sin(StrictMath.PI * x) * fall * 1.6;
            turn[i] = turned + phase * cobb * coupled * fall;
        }
    }

    double tilt(int vertebra) {
        return tilt[vertebra];
    }

    double lean(int vertebra) {
        return lean[vertebra];
    }

    double turn(int vertebra) {
        return turn[vertebra];
    }
}

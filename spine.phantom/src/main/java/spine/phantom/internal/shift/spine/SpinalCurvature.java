package spine.phantom.internal.shift.spine;

import spine.phantom.internal.core.random.SeededRandom;

/**
 * Rotation of every vertebra, degrees: the angle between neighbours is a sum of raised cosines (lumbar, thoracic, cervical) with varying
 * apex above a sacral slope, plus one or two lateral curves. Immutable.
 */
final class SpinalCurvature {
    private final int s1;
    private final double[] tilt;
    private final double[] lean;
    private final double[] turn;

    /** @param kyphosis additional thoracic kyphosis between neighbouring levels, degrees; zero in most patients */
    SpinalCurvature(Demographics demographics, VertebralSequence sequence, double[] kyphosis, SeededRandom random) {
        s1 = sequence.s1();
        tilt = new double[sequence.count()];
        lean = new double[tilt.length];
        turn = new double[tilt.length];
        double slope = random.uniform(26, 52);
        double lumbar = slope * random.uniform(0.75, 1.1) - 8 * demographics.ankylosis();
        double thoracic = random.uniform(18, 44) + 14 * demographics.ankylosis();
        double cervical = random.uniform(-12, 28);
        double lumbarApex = random.uniform(20, 21.8);
        double thoracicApex = random.uniform(10, 14);
        double lumbarReach = random.uniform(2.8, 4.6);
        double thoracicReach = random.uniform(4.5, 6.5);
        tilt[s1] = slope;
        for (int i = s1 - 1; i >= 0; i--) {
            double between = sequence.usual(i + 0.5);
            tilt[i] = tilt[i + 1] - lumbar * raisedCosine(between, lumbarApex, lumbarReach)
                    + thoracic * raisedCosine(between, thoracicApex, thoracicReach)
                    - cervical * raisedCosine(between, 3.2, 3) + kyphosis[i] + random.normal(0, 0.8);
        }
        double hook = random.uniform(-8, 14);
        for (int i = s1 + 1; i < tilt.length; i++) {
            int down = i - s1;
            tilt[i] = tilt[i - 1] + (down < 3 ? hook : -16 - hook) + random.normal(0, 2);
        }
        straighten(random.uniform(-3, 3));
        scoliosis(random.child("sideways"));
    }

    /** Share of the angle of a curve that falls on one level. */
    private static double raisedCosine(double at, double apex, double reach) {
        double x = (at - apex) / reach;
        return Math.abs(x) < 1 ? (1 + StrictMath.cos(StrictMath.PI * x)) / (2 * reach) : 0;
    }

    /** Rotates the whole patient so that the neck lies straight above the sacrum, up to a remainder in degrees. */
    private void straighten(double rest) {
        double forward = 0;
        double up = 0;
        for (int i = 1; i < s1; i++) {
            double angle = StrictMath.toRadians(tilt[i]);
            double weight = 14 + i;
            forward += weight * StrictMath.sin(angle);
            up += weight * StrictMath.cos(angle);
        }
        double by = rest - StrictMath.toDegrees(StrictMath.atan2(forward, up));
        for (int i = 0; i < tilt.length; i++) {
            tilt[i] += by;
        }
    }

    private void scoliosis(SeededRandom random) {
        double askew = random.uniform(-2, 2);
        double twisted = random.uniform(-4, 4);
        for (int i = 0; i < lean.length; i++) {
            lean[i] = askew;
            turn[i] = twisted;
        }
        int bends = random.between(1, 2);
        for (int b = 0; b < bends; b++) {
            double angle = random.chance(0.1) ? random.uniform(8, 20) : random.uniform(0, 5);
            double side = random.chance(0.5) ? angle : -angle;
            double apex = random.uniform(7, 21);
            double reach = random.uniform(3, 7);
            for (int i = 0; i < lean.length; i++) {
                double x = (i - apex) / reach;
                double fall = StrictMath.exp(-x * x / 2);
                lean[i] += side * x * fall * 0.8;
                turn[i] += side * 0.5 * fall;
            }
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

package spine.phantom.internal.shift.spine;

import java.util.List;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.numeric.PiecewiseLinear;

/** The spinal canal by level (C2 = 0), mm: walls of bodies and discs around the centreline, bony canal, dural sac, cord. Immutable. */
public final class SpinalCanal {
    private static final int PER_LEVEL = 16;
    private static final PiecewiseLinear SAC_DEPTH = new PiecewiseLinear(-1, 18, 0, 16, 2, 13.5, 5, 13, 9, 13.2, 14, 13.6, 17, 15.5,
            19, 15.8, 21, 14.8, 22, 13, 23, 10, 24, 6.5, 25, 2.5, 26, 0.4);
    private static final PiecewiseLinear SAC_WIDTH = new PiecewiseLinear(-1, 25, 0, 23, 3, 22, 6, 19, 8, 16.5, 14, 16.6, 17, 19, 20, 20,
            22, 19, 23, 15, 24, 9, 25, 4, 26, 1);
    private static final PiecewiseLinear CORD_DEPTH = new PiecewiseLinear(-1, 9, 0, 8.2, 3, 7.6, 6, 6.9, 9, 6.3, 14, 6.5, 16.4, 7.4,
            17.4, 6);
    private static final PiecewiseLinear CORD_WIDTH = new PiecewiseLinear(-1, 12, 0, 12.2, 3.5, 13.8, 6, 11, 9, 8.8, 14, 8.9, 16.4, 9.8,
            17.4, 7.5);
    private static final PiecewiseLinear FRONT_GAP = new PiecewiseLinear(0, 1, 18, 1.2, 21, 2.2, 22, 4, 23, 6, 24, 6);
    private static final PiecewiseLinear BACK_GAP = new PiecewiseLinear(0, 1, 5, 1.6, 9, 3.2, 14, 3, 17, 2, 20, 4.2, 22, 5.5, 23, 4,
            25, 2);

    private final VertebralSequence sequence;
    private final double[] back;
    private final double[] front;
    private final double[] side;
    private final double[] frontGap;
    private final double[] sacDepth;
    private final double[] sacWidth;
    private final double[] depth;
    private final double[] cordDepth;
    private final double[] cordWidth;
    private final double[] cordForward;
    private final double conus;

    SpinalCanal(List<Vertebra> bodies, List<Disc> discs, Demographics demographics, VertebralSequence sequence, SeededRandom random) {
        this.sequence = sequence;
        back = new double[sequence.count() * PER_LEVEL + PER_LEVEL];
        front = new double[back.length];
        side = new double[back.length];
        frontGap = new double[back.length];
        sacDepth = new double[back.length];
        sacWidth = new double[back.length];
        depth = new double[back.length];
        cordDepth = new double[back.length];
        cordWidth = new double[back.length];
        cordForward = new double[back.length];
        conus = random.uniform(17, 19.2);
        walls(bodies, discs);
        content(demographics.scale() * random.uniform(0.88, 1.15), random);
    }

    private void walls(List<Vertebra> bodies, List<Disc> discs) {
        for (int i = 0; i < back.length; i++) {
            double level = i / (double) PER_LEVEL - 1;
            int above = Math.max(0, Math.min(sequence.count() - 2, (int) Math.floor(level)));
            double t = Math.max(0, Math.min(1, level - above));
            Vertebra upper = bodies.get(above);
            Vertebra lower = bodies.get(above + 1);
            double atDisc = (upper.depth(false) + lower.depth(true)) / 2;
            double toDisc = 1 - Math.abs(2 * t - 1);
            double body = t < 0.5 ? upper.halfDepth() : lower.halfDepth();
            back[i] = (0.92 * body * (1 - toDisc) + (0.96 * atDisc + 0.7 * discs.get(above).bulge()) * toDisc);
            front[i] = body * 0.97 * (1 - toDisc) + atDisc * toDisc;
            side[i] = (t < 0.5 ? upper : lower).halfWidth();
            if (level < -0.1) {
                back[i] = 6.5;
                front[i] = 6.5;
                side[i] = 8;
            }
        }
    }

    private void content(double roomy, SeededRandom random) {
        double cord = random.uniform(0.9, 1.1);
        double end = random.uniform(-0.6, 0.5);
        double fat = random.uniform(0.6, 1.7);
        double lie = random.uniform(0.35, 0.85);
        for (int i = 0; i < back.length; i++) {
            double level = i / (double) PER_LEVEL - 1;
            double usual = sequence.usual(level);
            frontGap[i] = FRONT_GAP.at(usual);
            sacDepth[i] = SAC_DEPTH.at(usual - end) / 2 * roomy;
            sacWidth[i] = SAC_WIDTH.at(usual - end) / 2 * roomy;
            double pad = 0.75 + 0.5 * StrictMath.cos(2 * StrictMath.PI * (level - 0.6));
            depth[i] = frontGap[i] + 2 * sacDepth[i] + BACK_GAP.at(usual) * fat * pad;
            double left = Math.max(0, Math.min(1, (conus - level) / 1.6));
            cordDepth[i] = CORD_DEPTH.at(level) / 2 * cord * Math.sqrt(left);
            cordWidth[i] = CORD_WIDTH.at(level) / 2 * cord * Math.sqrt(left);
            double x = (level - 10.5) / 4;
            double free = Math.max(0, sacDepth[i] - cordDepth[i] - 0.6);
            cordForward[i] = free * (lie * StrictMath.exp(-x * x) - (level > 16 ? 0.45 : 0) + (level < 4 ? 0.15 : 0));
        }
    }

    private static double at(double[] values, double level) {
        double x = Math.max(0, Math.min(values.length - 1.001, (level + 1) * PER_LEVEL));
        int i = (int) x;
        return values[i] + (values[i + 1] - values[i]) * (x - i);
    }

    /** From the centreline back to the posterior wall. */
    public double back(double level) {
        return at(back, level);
    }

    /** From the centreline forward to the front of the bodies. */
    public double front(double level) {
        return at(front, level);
    }

    /** Half width of the bodies. */
    public double side(double level) {
        return at(side, level);
    }

    /** Space between the posterior wall and the sac, filled with fat and veins. */
    public double frontGap(double level) {
        return at(frontGap, level);
    }

    /** Half depth of the sac. */
    public double sacDepth(double level) {
        return at(sacDepth, level);
    }

    public double sacWidth(double level) {
        return at(sacWidth, level);
    }

    /** From the posterior wall back to the rear wall of the bony canal. */
    public double depth(double level) {
        return at(depth, level);
    }

    /** Half depth of the cord, 0 below the conus. */
    public double cordDepth(double level) {
        return at(cordDepth, level);
    }

    public double cordWidth(double level) {
        return at(cordWidth, level);
    }

    /** Distance of the cord in front of the middle of the sac. */
    public double cordForward(double level) {
        return at(cordForward, level);
    }

    /** Level where the cord ends. */
    public double conus() {
        return conus;
    }
}

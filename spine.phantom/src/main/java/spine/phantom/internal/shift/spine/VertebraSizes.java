package spine.phantom.internal.shift.spine;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.numeric.PiecewiseLinear;

/** Sizes of the vertebrae and discs of one patient: a mean by level, and a deviation that is correlated between neighbours. Millimetres. */
final class VertebraSizes {
    private static final PiecewiseLinear HEIGHT = new PiecewiseLinear(0, 17.5, 1, 13.2, 3, 12.3, 5, 13.8, 6, 15.3, 10, 18.1, 14, 20.6,
            17, 23.8, 19, 26, 21, 26.4, 22, 25.2, 23, 29, 24, 24, 25, 19, 26, 16, 27, 12);
    private static final PiecewiseLinear DEPTH = new PiecewiseLinear(0, 16, 1, 16.2, 3, 16.8, 5, 17.4, 6, 18.2, 9, 23, 12, 27.6, 15, 30.2,
            18, 32.6, 20, 34.6, 22, 35.6, 23, 30, 24, 20, 25, 15.5, 26, 12, 27, 9);
    private static final PiecewiseLinear WIDTH = new PiecewiseLinear(0, 18.5, 1, 18.2, 4, 21.6, 6, 27, 9, 27.6, 13, 32, 16, 38.5, 19, 45,
            22, 51, 23, 50, 24, 42, 25, 34, 26, 28, 27, 20);
    private static final PiecewiseLinear DISC = new PiecewiseLinear(0, 5.4, 2, 6, 5, 5.7, 7, 4.5, 10, 5, 13, 5.7, 16, 6.9, 18, 8.8,
            20, 10.6, 21, 11.6, 22, 10.8, 23, 2.8, 24, 1.4, 26, 1);

    private final VertebralSequence sequence;
    private final double[] height;
    private final double[] depth;
    private final double[] width;
    private final double[] disc;

    VertebraSizes(Demographics demographics, VertebralSequence sequence, SeededRandom random) {
        this.sequence = sequence;
        height = drawn(sequence.count(), HEIGHT, demographics.scale() * random.uniform(0.93, 1.08), 0.045, random.child("height"));
        depth = drawn(sequence.count(), DEPTH, demographics.scale() * random.uniform(0.92, 1.07), 0.03, random.child("depth"));
        width = drawn(sequence.count(), WIDTH, demographics.scale() * random.uniform(0.92, 1.08), 0.03, random.child("width"));
        disc = drawn(sequence.count() - 1, DISC, demographics.scale() * random.uniform(0.85, 1.15), 0.1, random.child("disc"));
    }

    private double[] drawn(int count, PiecewiseLinear mean, double scale, double scatter, SeededRandom random) {
        double[] sizes = new double[count];
        double kept = random.normal(0, scatter);
        for (int i = 0; i < sizes.length; i++) {
            kept = 0.6 * kept + random.normal(0, 0.8 * scatter);
            sizes[i] = mean.at(sequence.usual(i)) * scale * (1 + kept);
        }
        return sizes;
    }

    double height(int vertebra) {
        return height[vertebra];
    }

    double depth(int vertebra) {
        return depth[vertebra];
    }

    double width(int vertebra) {
        return width[vertebra];
    }

    double disc(int below) {
        return disc[below];
    }
}

package spine.phantom.internal.standard.receive;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.standard.noise.ValueNoise;
import spine.phantom.internal.standard.tissue.SignalModel;

/**
 * Efficiency of the inversion pulse over the image, and the fat signal that it leaves: almost none where the pulse inverts fully, much
 * at the ends of the field of view and in regions where the transmit field is weak. For one stack. Immutable.
 */
final class InversionEfficiency {
    private static final int STEPS = 64;
    private static final double LEAST = 0.05;
    private static final double MOST = 1.1;
    private final double[] byInversion = new double[STEPS + 1];
    private final ValueNoise field;
    private final Stitching stitching;
    private final SoftSpots failed;
    private final double ends;
    private final double uneven;
    private final double sign;
    private final double full;

    /**
     * @param shared draws what is common to all stations of a series
     * @param field slow variation of the transmit field of this station
     */
    InversionEfficiency(Grid grid, Stitching stitching, SignalModel signals, SeededRandom shared, ValueNoise field) {
        this.field = field;
        this.stitching = stitching;
        for (int i = 0; i <= STEPS; i++) {
            byInversion[i] = signals.fatSignal(LEAST + (MOST - LEAST) * i / STEPS);
        }
        full = signals.fatSignal(1);
        ends = shared.chance(0.5) ? shared.uniform(0.05, 0.6) : 0;
        uneven = shared.chance(0.25) ? shared.uniform(0.05, 0.16) : shared.uniform(0, 0.05);
        failed = SoftSpots.atEdges(grid.rows(), grid.columns(), shared.chance(0.3) ? shared.between(1, 3) : 0, 0.85,
                shared.child("failed"));
        sign = shared.chance(0.5) ? 1 : -1;
    }

    /** Signed signal of pure fat. Where the pulse fails, it may have the sign of water or the opposite one. */
    double at(int row, int column, int slice) {
        double edge = stitching.edge(row);
        double wave = uneven * field.at(row / 90.0, column / 90.0, slice / 8.0);
        double lost = failed.at(row, column);
        double inverted = 1 - ends * edge * edge + wave - lost;
        double at = (inverted - LEAST) / (MOST - LEAST) * STEPS;
        int i = Math.max(0, Math.min(STEPS - 1, (int) at));
        double left = byInversion[i] + (byInversion[i + 1] - byInversion[i]) * Math.max(0, Math.min(1, at - i)) - full;
        return full + sign * left;
    }
}

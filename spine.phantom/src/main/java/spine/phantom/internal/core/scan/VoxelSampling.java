package spine.phantom.internal.core.scan;

/**
 * Positions inside a voxel at which it is sampled, spread evenly over the pixel and through the slice; as shares of the voxel,
 * -0.5..0.5 from its centre. The truth and both generators use the same ones.
 */
public final class VoxelSampling {
    /** Samples per voxel near the spine. */
    public static final int FINE = 8;
    private static final double[] COLUMN = {-0.4375, 0.0625, -0.1875, 0.3125, -0.3125, 0.1875, -0.0625, 0.4375};
    private static final double[] ROW = {0.1875, -0.3125, 0.4375, -0.0625, -0.1875, 0.3125, -0.4375, 0.0625};

    private VoxelSampling() {
    }

    public static double column(int sample) {
        return COLUMN[sample];
    }

    public static double row(int sample) {
        return ROW[sample];
    }

    public static double depth(int sample) {
        return (sample + 0.5) / FINE - 0.5;
    }
}

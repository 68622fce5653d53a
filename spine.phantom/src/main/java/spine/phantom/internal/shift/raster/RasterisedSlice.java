package spine.phantom.internal.shift.raster;

/** One slice before the scanner has spoilt it, row-major. */
public final class RasterisedSlice {
    public final int rows;
    public final int columns;
    /** Signed signal of water, share of fat, and signal of what pulsates. */
    public final float[] water;
    public final float[] fat;
    public final float[] pulse;
    public final byte[] anatomy;
    public final byte[] oedema;
    public final byte[] level;

    RasterisedSlice(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        water = new float[rows * columns];
        fat = new float[rows * columns];
        pulse = new float[rows * columns];
        anatomy = new byte[rows * columns];
        oedema = new byte[rows * columns];
        level = new byte[rows * columns];
    }
}

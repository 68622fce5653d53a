package spine.phantom.internal.shift.raster;

/** One slice before acquisition: signals and labels by pixel, row-major. */
public final class RasterisedSlice {
    public final int rows;
    public final int columns;
    /** Signed signal of water in units of still CSF, share of fat, and water signal of what pulsates. */
    public final float[] water;
    public final float[] fat;
    public final float[] pulse;
    /** Class of {@link spine.api.model.ModelRole#ANATOMY_CLASSES}, oedema 0 or 1, mimic, and level of bodies and discs (-1 for none). */
    public final byte[] anatomy;
    public final byte[] oedema;
    public final byte[] mimic;
    public final byte[] level;

    RasterisedSlice(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        water = new float[rows * columns];
        fat = new float[rows * columns];
        pulse = new float[rows * columns];
        anatomy = new byte[rows * columns];
        oedema = new byte[rows * columns];
        mimic = new byte[rows * columns];
        level = new byte[rows * columns];
    }
}

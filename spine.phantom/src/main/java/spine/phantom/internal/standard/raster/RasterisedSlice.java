package spine.phantom.internal.standard.raster;

/** One slice before acquisition: signals and labels by pixel, row-major. */
public final class RasterisedSlice {
    /** Signed signal of water in units of still CSF, and share of fat. */
    public final float[] water;
    public final float[] fat;
    /** Share of pulsating fluid and of flowing blood in the voxel, 0..1. */
    public final float[] pulse;
    public final float[] blood;
    /** Class of {@link spine.api.model.ModelRole#ANATOMY_CLASSES}, oedema 0 or 1, mimic, and level of bodies and discs (-1 for none). */
    public final byte[] anatomy;
    public final byte[] oedema;
    public final byte[] mimic;
    public final byte[] level;

    RasterisedSlice(int pixels) {
        water = new float[pixels];
        fat = new float[pixels];
        pulse = new float[pixels];
        blood = new float[pixels];
        anatomy = new byte[pixels];
        oedema = new byte[pixels];
        mimic = new byte[pixels];
        level = new byte[pixels];
    }
}

package spine.phantom.internal.scan;

/** What rendering one slice yields, row-major. */
final class Layers {
    /** Signed signal of water and of fat before the magnitude. */
    final float[] water;
    final float[] fat;
    /** Share of pulsating fluid and of flowing blood in the voxel, 0..1. */
    final float[] pulse;
    final float[] blood;
    /** Class of {@link spine.api.model.ModelRole#ANATOMY_CLASSES}, oedema 0 or 1, and the level of bodies and discs (-1 none). */
    final byte[] anatomy;
    final byte[] oedema;
    final byte[] level;

    Layers(int pixels) {
        water = new float[pixels];
        fat = new float[pixels];
        pulse = new float[pixels];
        blood = new float[pixels];
        anatomy = new byte[pixels];
        oedema = new byte[pixels];
        level = new byte[pixels];
    }
}

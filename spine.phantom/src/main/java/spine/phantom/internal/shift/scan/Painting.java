package spine.phantom.internal.shift.scan;

/** One slice before the scanner has spoilt it, row-major. */
final class Painting {
    final int rows;
    final int columns;
    /** Signed signal of water, share of fat, and signal of what pulsates. */
    final float[] water;
    final float[] fat;
    final float[] pulse;
    final byte[] anatomy;
    final byte[] oedema;
    final byte[] level;

    Painting(int rows, int columns) {
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

package spine.io.nifti.internal;

/**
 * A value of a label map.
 *
 * @param value from 1 to 255
 * @param name of the structure, such as {@code T7} or {@code T7/8}
 */
record NamedLabel(int value, String name) implements Comparable<NamedLabel> {
    /** Colours that colour-blind readers tell apart (Okabe and Ito, Color Universal Design, 2008), without black. */
    private static final int[] COLOURS = {0xE69F00, 0x56B4E9, 0x009E73, 0xF0E442, 0x0072B2, 0xD55E00, 0xCC79A7};

    /** Red, green and blue, 8 bits each; neighbours along the spine differ. */
    int rgb() {
        return COLOURS[value % COLOURS.length];
    }

    @Override
    public int compareTo(NamedLabel other) {
        return Integer.compare(value, other.value);
    }
}

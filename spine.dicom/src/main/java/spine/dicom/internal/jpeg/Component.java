package spine.dicom.internal.jpeg;

/** One component of a frame (B.2.2): a plane of samples, perhaps of fewer of them than the frame has pixels. */
final class Component {
    private final int id;
    private final int horizontal;
    private final int vertical;
    private final int quantization;
    private int width;
    private int height;
    private int stride;
    private short[] samples;

    /**
     * @param horizontal sampling factor, 1 to 4
     * @param vertical sampling factor, 1 to 4
     * @param quantization number of its table
     */
    Component(int id, int horizontal, int vertical, int quantization) {
        this.id = id;
        this.horizontal = horizontal;
        this.vertical = vertical;
        this.quantization = quantization;
    }

    /** Makes room for the samples; rows and columns that fill up the last block come on top. */
    void allocate(int sampleWidth, int sampleHeight, int allocatedWidth, int allocatedHeight) {
        width = sampleWidth;
        height = sampleHeight;
        stride = allocatedWidth;
        samples = new short[allocatedWidth * allocatedHeight];
    }

    int id() {
        return id;
    }

    int horizontal() {
        return horizontal;
    }

    int vertical() {
        return vertical;
    }

    int quantization() {
        return quantization;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int stride() {
        return stride;
    }

    short[] samples() {
        return samples;
    }
}

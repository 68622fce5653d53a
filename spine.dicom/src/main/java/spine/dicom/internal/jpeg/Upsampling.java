package spine.dicom.internal.jpeg;

/**
 * The sample of a component at every pixel, where the component has fewer. Between two samples a pixel is three quarters of the nearer
 * and one of the farther, rounded as the Independent JPEG Group's decoder does; other ratios than two repeat samples.
 */
final class Upsampling {
    private static final int LEAST_WIDTH = 3;

    private final Component component;
    private final int across;
    private final int down;
    private final boolean smooth;
    private final int[] sums;

    Upsampling(Component component, JpegFrame frame) {
        this.component = component;
        this.across = frame.largestHorizontal();
        this.down = frame.largestVertical();
        boolean half = across == 2 * component.horizontal() && (down == component.vertical() || down == 2 * component.vertical());
        this.smooth = half && component.width() >= LEAST_WIDTH;
        this.sums = new int[component.width()];
    }

    /** @param line of the pixels' row, filled with samples */
    void row(int row, int[] line) {
        int from = row * component.vertical() / down * component.stride();
        if (smooth) {
            smooth(row, from, line);
            return;
        }
        short[] samples = component.samples();
        boolean each = component.horizontal() == across;
        for (int column = 0; column < line.length; column++) {
            line[column] = samples[from + (each ? column : column * component.horizontal() / across)] & 0xffff;
        }
    }

    private void smooth(int row, int from, int[] line) {
        short[] samples = component.samples();
        boolean alsoDown = down == 2 * component.vertical();
        int otherRow = Math.max(0, Math.min(component.height() - 1, row / 2 + (row % 2 == 0 ? -1 : 1)));
        int farther = alsoDown ? otherRow * component.stride() : from;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = alsoDown ? 3 * (samples[from + i] & 0xffff) + (samples[farther + i] & 0xffff) : samples[from + i] & 0xffff;
        }
        int shift = alsoDown ? 4 : 2;
        int evenRounding = alsoDown ? 8 : 1;
        int oddRounding = alsoDown ? 7 : 2;
        for (int column = 0; column < line.length; column++) {
            boolean even = column % 2 == 0;
            int i = column / 2;
            int neighbour = even ? i - 1 : i + 1;
            boolean edge = neighbour < 0 || neighbour >= sums.length;
            line[column] = 3 * sums[i] + sums[edge ? i : neighbour] + (even ? evenRounding : oddRounding) >> shift;
        }
    }
}

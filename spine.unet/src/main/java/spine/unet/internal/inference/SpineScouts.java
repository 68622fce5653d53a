package spine.unet.internal.inference;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import spine.api.image.PixelBox;

/**
 * Where an anatomy network has to look. Some slices, the scouts, are segmented as a whole; the spine runs on between them, so the slices
 * between two scouts are segmented around what was found on these, and as a whole where it turns out to go on beyond that. The spine is in
 * one piece: where some scout shows it, but neither of the two around a slice, there is none on that slice. If no scout shows any, every
 * slice is segmented as a whole.
 */
public final class SpineScouts {
    /** How far a part reaches beyond what the scouts show, pixels: room for what they do not, and for what the network has to see. */
    public static final int MARGIN = 32;
    /** One slice in so many is a scout. */
    private static final int STRIDE = 3;
    /** Rows and columns with fewer pixels of the spine are noise. */
    private static final int LEAST = 3;
    /** So near to the end of a part, pixels, the spine may go on beyond it. */
    private static final int RIM = 8;

    private SpineScouts() {
    }

    /** The scouts of a stack, ascending: at least one. */
    public static List<Integer> of(int slices) {
        return IntStream.iterate((slices - 1) % STRIDE / 2, slice -> slice < slices, slice -> slice + STRIDE).boxed().toList();
    }

    /**
     * Where a network found the spine.
     *
     * @param window part of the prepared slice
     * @param probabilities {@code [class][row * columns + column]} of the window; class 0 is background
     * @return on the grid of the prepared stack; empty if nowhere
     */
    public static PixelBox found(PixelBox window, float[][] probabilities) {
        int[] inRow = new int[window.rows()];
        int[] inColumn = new int[window.columns()];
        for (int i = 0; i < probabilities[0].length; i++) {
            if (isSpine(probabilities, i)) {
                inRow[i / window.columns()]++;
                inColumn[i % window.columns()]++;
            }
        }
        int top = first(inRow);
        int left = first(inColumn);
        return top == inRow.length || left == inColumn.length ? PixelBox.NONE
                : new PixelBox(window.top() + top, window.left() + left, end(inRow) - top, end(inColumn) - left);
    }

    /** Whether the spine may go on beyond the part, which does not reach the end of the slice there. */
    public static boolean leaves(PixelBox window, float[][] probabilities, int rows, int columns) {
        int top = window.top() == 0 ? 0 : RIM;
        int left = window.left() == 0 ? 0 : RIM;
        int bottom = window.rows() - (window.top() + window.rows() == rows ? 0 : RIM);
        int right = window.columns() - (window.left() + window.columns() == columns ? 0 : RIM);
        PixelBox found = found(new PixelBox(0, 0, window.rows(), window.columns()), probabilities);
        return !found.isEmpty() && (found.top() < top || found.left() < left || found.top() + found.rows() > bottom
                || found.left() + found.columns() > right);
    }

    /**
     * Where the spine may lie on the other slices.
     *
     * @param found what every scout shows
     * @param whole a slice as a whole
     * @return by slice; empty for scouts and where nothing is to be looked for
     */
    public static List<PixelBox> between(Map<Integer, PixelBox> found, PixelBox whole, int slices) {
        boolean unseen = found.values().stream().allMatch(PixelBox::isEmpty);
        return IntStream.range(0, slices).mapToObj(slice -> found.containsKey(slice) ? PixelBox.NONE : unseen ? whole
                : found.keySet().stream().filter(scout -> Math.abs(scout - slice) < STRIDE).map(found::get)
                        .reduce(PixelBox.NONE, PixelBox::union)).toList();
    }

    private static boolean isSpine(float[][] probabilities, int pixel) {
        for (int c = 1; c < probabilities.length; c++) {
            if (probabilities[c][pixel] > probabilities[0][pixel]) {
                return true;
            }
        }
        return false;
    }

    private static int first(int[] counts) {
        int at = 0;
        while (at < counts.length && counts[at] < LEAST) {
            at++;
        }
        return at;
    }

    private static int end(int[] counts) {
        int at = counts.length;
        while (at > 0 && counts[at - 1] < LEAST) {
            at--;
        }
        return at;
    }
}

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

    /** Where a network found the spine: on the grid of the prepared stack; empty if nowhere. */
    static PixelBox found(WindowProbabilities probabilities) {
        PixelBox window = probabilities.window();
        int[] inRow = new int[window.rows()];
        int[] inColumn = new int[window.columns()];
        for (int row = 0, pixel = 0; row < window.rows(); row++) {
            for (int column = 0; column < window.columns(); column++, pixel++) {
                if (probabilities.isForeground(pixel)) {
                    inRow[row]++;
                    inColumn[column]++;
                }
            }
        }
        int top = first(inRow);
        int left = first(inColumn);
        return top == inRow.length || left == inColumn.length ? PixelBox.NONE
                : new PixelBox(window.top() + top, window.left() + left, end(inRow) - top, end(inColumn) - left);
    }

    /** Whether the spine may go on beyond the window, which does not reach the end of the slice there. */
    static boolean leaves(WindowProbabilities probabilities, int rows, int columns) {
        PixelBox window = probabilities.window();
        int top = window.top() == 0 ? 0 : window.top() + RIM;
        int left = window.left() == 0 ? 0 : window.left() + RIM;
        int bottom = window.top() + window.rows() == rows ? rows : window.top() + window.rows() - RIM;
        int right = window.left() + window.columns() == columns ? columns : window.left() + window.columns() - RIM;
        PixelBox found = found(probabilities);
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

package spine.unet.internal.inference;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import spine.api.image.PixelBox;

/**
 * Where an anatomy network has to look. Two slices of the middle, the scouts, are segmented as a whole; in the others the spine lies about
 * where it does in these, so they are segmented there, and as a whole where the spine turns out to go on beyond that. If the scouts do not
 * show it along most of the slice, every slice is segmented as a whole.
 */
final class SpineScouts {
    /** How far a part reaches beyond what the scouts show, pixels: room for what they do not, and for what the network has to see. */
    private static final int MARGIN = 24;
    /** Share of the rows of a slice along which the scouts must show the spine, since it runs through the whole slice. */
    private static final double LEAST_LENGTH = 0.6;
    /** Rows and columns with fewer pixels of the spine are noise. */
    private static final int LEAST = 3;
    /** So near to the end of a part, pixels, the spine may go on beyond it. */
    private static final int RIM = 8;

    private SpineScouts() {
    }

    /** The scouts of a stack, ascending: two, or one of a stack of one slice. */
    static List<Integer> of(int slices) {
        return IntStream.of(slices * 3 / 8, slices * 5 / 8).distinct().boxed().toList();
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
     * @param found what the scouts show
     * @param rows of a prepared slice
     * @param columns of a prepared slice
     */
    static PixelBox elsewhere(Collection<PixelBox> found, int rows, int columns) {
        PixelBox spine = found.stream().reduce(PixelBox.NONE, PixelBox::union);
        return spine.rows() < LEAST_LENGTH * rows ? new PixelBox(0, 0, rows, columns)
                : Windows.around(List.of(spine), MARGIN, rows, columns).get(0);
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

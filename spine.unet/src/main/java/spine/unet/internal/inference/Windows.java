package spine.unet.internal.inference;

import java.util.List;
import spine.api.image.PixelBox;
import spine.unet.network.UNetConfiguration;

/**
 * Which part of each slice a network has to see, so that its answer is right where it is wanted. Parts begin on the grid of the network, so
 * that it pools the same pixels together as on the whole slice, and reach some way beyond what is wanted: a network sees farther than that,
 * but what lies there hardly counts. A stack has one width of parts and two heights, so that few shapes are compiled.
 */
public final class Windows {
    private static final int GRID = UNetConfiguration.GRID;

    private Windows() {
    }

    /**
     * @param wanted by slice, on the grid of the prepared stack
     * @param margin how far a part reaches beyond what is wanted, pixels
     * @param rows of a prepared slice
     * @param columns of a prepared slice
     * @return by slice; empty exactly where nothing is wanted. A part of a whole slice ends with it, any other on the network's grid
     */
    public static List<PixelBox> around(List<PixelBox> wanted, int margin, int rows, int columns) {
        PixelBox all = wanted.stream().reduce(PixelBox.NONE, PixelBox::union);
        Span across = Span.around(all.left(), all.columns(), margin, columns);
        Span down = Span.around(all.top(), all.rows(), margin, rows);
        int half = (down.length() / 2 + GRID - 1) / GRID * GRID;
        return wanted.stream().map(box -> {
            if (box.isEmpty()) {
                return box;
            }
            Span own = Span.around(box.top(), box.rows(), margin, rows);
            Span height = own.length() <= half ? own.lengthened(half, rows) : down;
            return new PixelBox(height.from(), across.from(), height.length(), across.length());
        }).toList();
    }

    /** A piece of an axis. */
    private record Span(int from, int length) {

        /** With its margin, and on the grid. */
        static Span around(int first, int count, int margin, int axis) {
            int from = Math.max(0, first - margin) / GRID * GRID;
            int to = Math.min(axis, first + count + margin);
            return new Span(from, Math.min(axis - from, (to - from + GRID - 1) / GRID * GRID));
        }

        /** As long as that, as far as the axis reaches. */
        Span lengthened(int wanted, int axis) {
            int last = Math.max(0, axis - wanted + GRID - 1) / GRID * GRID;
            int start = Math.min(from, last);
            return new Span(start, Math.min(axis - start, wanted));
        }
    }
}

package spine.common.raster;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The outlines of a mask in pixel units, where the pixel of row r and column c covers the square from (c, r) to (c+1, r+1). They run
 * through the middles of the boundary edges, which cuts the corners of the pixels.
 */
public final class MaskOutline {
    private static final int[] ROW_STEP = {0, 1, 0, -1};
    private static final int[] COLUMN_STEP = {1, 0, -1, 0};

    private final int top;
    private final int left;
    private final int rows;
    private final int columns;
    private final boolean[] mask;
    private final boolean[][] seen;

    /** @param mask {@code rows * columns} pixels of the rectangle that begins at that row and column */
    private MaskOutline(int top, int left, int rows, int columns, boolean[] mask) {
        this.top = top;
        this.left = left;
        this.rows = rows;
        this.columns = columns;
        this.mask = mask;
        this.seen = new boolean[4][rows * columns];
    }

    /** A corner of an outline: column and row in pixel units. */
    public record Point(double x, double y) {
    }

    /**
     * @param inside tells for {@code row * columns + column} whether the pixel belongs to the mask
     * @return closed loops, clockwise around pixels and counter-clockwise around holes, each without its first point again at the end and
     *     without points on a straight line, by their first pixel from top and left
     */
    public static List<List<Point>> of(int rows, int columns, IntPredicate inside) {
        return of(columns, IntStream.range(0, rows * columns).filter(inside).toArray());
    }

    /**
     * The same of the pixels that have a label.
     *
     * @param labels {@code [row * columns + column]}
     */
    public static List<List<Point>> of(int columns, byte[] labels, byte label) {
        IntStream.Builder pixels = IntStream.builder();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == label) {
                pixels.add(i);
            }
        }
        return of(columns, pixels.build().toArray());
    }

    /** @param pixels of the mask, ascending */
    private static List<List<Point>> of(int columns, int[] pixels) {
        if (pixels.length == 0) {
            return List.of();
        }
        int left = columns;
        int right = 0;
        for (int pixel : pixels) {
            left = Math.min(left, pixel % columns);
            right = Math.max(right, pixel % columns);
        }
        int top = pixels[0] / columns;
        int height = pixels[pixels.length - 1] / columns - top + 1;
        int width = right - left + 1;
        boolean[] mask = new boolean[height * width];
        for (int pixel : pixels) {
            mask[(pixel / columns - top) * width + pixel % columns - left] = true;
        }
        return new MaskOutline(top, left, height, width, mask).loops();
    }

    private List<List<Point>> loops() {
        List<List<Point>> loops = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                for (int side = 0; side < 4; side++) {
                    if (isEdge(row, column, side) && !seen[side][row * columns + column]) {
                        loops.add(corners(follow(row, column, side)));
                    }
                }
            }
        }
        return loops;
    }

    private boolean has(int row, int column) {
        return row >= 0 && column >= 0 && row < rows && column < columns && mask[row * columns + column];
    }

    /** Sides in clockwise order: 0 top, 1 right, 2 bottom, 3 left. */
    private boolean isEdge(int row, int column, int side) {
        return has(row, column) && !has(row + outwardRow(side), column + outwardColumn(side));
    }

    private static int outwardRow(int side) {
        return ROW_STEP[(side + 3) % 4];
    }

    private static int outwardColumn(int side) {
        return COLUMN_STEP[(side + 3) % 4];
    }

    /** Walks clockwise around the mask, which lies on the right hand. */
    private List<Point> follow(int row, int column, int side) {
        List<Point> loop = new ArrayList<>();
        while (!seen[side][row * columns + column]) {
            seen[side][row * columns + column] = true;
            loop.add(new Point(left + column + 0.5 + 0.5 * outwardColumn(side), top + row + 0.5 + 0.5 * outwardRow(side)));
            int aheadRow = row + ROW_STEP[side];
            int aheadColumn = column + COLUMN_STEP[side];
            int cornerRow = aheadRow + outwardRow(side);
            int cornerColumn = aheadColumn + outwardColumn(side);
            if (has(aheadRow, aheadColumn) && has(cornerRow, cornerColumn)) {
                row = cornerRow;
                column = cornerColumn;
                side = (side + 3) % 4;
            } else if (has(aheadRow, aheadColumn)) {
                row = aheadRow;
                column = aheadColumn;
            } else {
                side = (side + 1) % 4;
            }
        }
        return loop;
    }

    /** The first point, and those where the outline turns. */
    private static List<Point> corners(List<Point> loop) {
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < loop.size(); i++) {
            Point before = loop.get((i + loop.size() - 1) % loop.size());
            Point at = loop.get(i);
            Point after = loop.get((i + 1) % loop.size());
            boolean straight = (at.x - before.x) * (after.y - at.y) == (at.y - before.y) * (after.x - at.x);
            if (i == 0 || !straight) {
                corners.add(at);
            }
        }
        return List.copyOf(corners);
    }
}

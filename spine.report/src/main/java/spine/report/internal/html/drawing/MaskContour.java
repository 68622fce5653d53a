package spine.report.internal.html.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import spine.common.text.Decimals;

/**
 * The outline of a mask as an SVG path in pixel units, where the pixel of row r and column c covers the square from
 * (c, r) to (c+1, r+1). It runs through the middles of the boundary edges, which cuts the corners of the pixels.
 */
final class MaskContour {
    private static final int[] ROW_STEP = {0, 1, 0, -1};
    private static final int[] COLUMN_STEP = {1, 0, -1, 0};

    private final int rows;
    private final int columns;
    private final IntPredicate inside;
    private final boolean[][] seen;

    private MaskContour(int rows, int columns, IntPredicate inside) {
        this.rows = rows;
        this.columns = columns;
        this.inside = inside;
        this.seen = new boolean[4][rows * columns];
    }

    /** @param inside tells for {@code row * columns + column} whether the pixel belongs to the mask */
    static String path(int rows, int columns, IntPredicate inside) {
        MaskContour outline = new MaskContour(rows, columns, inside);
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                for (int side = 0; side < 4; side++) {
                    if (outline.isEdge(row, column, side) && !outline.seen[side][row * columns + column]) {
                        append(path, outline.follow(row, column, side));
                    }
                }
            }
        }
        return path.toString();
    }

    private boolean has(int row, int column) {
        return row >= 0 && column >= 0 && row < rows && column < columns && inside.test(row * columns + column);
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
    private List<double[]> follow(int row, int column, int side) {
        List<double[]> loop = new ArrayList<>();
        while (!seen[side][row * columns + column]) {
            seen[side][row * columns + column] = true;
            loop.add(new double[] {column + 0.5 + 0.5 * outwardColumn(side), row + 0.5 + 0.5 * outwardRow(side)});
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

    private static void append(StringBuilder path, List<double[]> loop) {
        for (int i = 0; i < loop.size(); i++) {
            double[] before = loop.get((i + loop.size() - 1) % loop.size());
            double[] at = loop.get(i);
            double[] after = loop.get((i + 1) % loop.size());
            boolean straight = (at[0] - before[0]) * (after[1] - at[1]) == (at[1] - before[1]) * (after[0] - at[0]);
            if (i == 0 || !straight) {
                path.append(i == 0 ? "M" : "L").append(Decimals.atMost(at[0], 1, "0")).append(' ').append(Decimals.atMost(at[1], 1, "0"));
            }
        }
        path.append('Z');
    }
}

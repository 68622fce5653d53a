package spine.report.internal.drawing;

import java.util.List;
import java.util.function.IntPredicate;
import spine.common.raster.MaskOutline;
import spine.common.text.Decimals;

/** The outline of a mask as an SVG path in the pixel units of {@link MaskOutline}. */
final class MaskContour {

    private MaskContour() {
    }

    /** @param inside tells for {@code row * columns + column} whether the pixel belongs to the mask */
    static String path(int rows, int columns, IntPredicate inside) {
        return path(MaskOutline.of(rows, columns, inside));
    }

    /** @param labels {@code [row * columns + column]}; the mask is where the label is */
    static String path(int columns, byte[] labels, byte label) {
        return path(MaskOutline.of(columns, labels, label));
    }

    private static String path(List<List<MaskOutline.Point>> loops) {
        StringBuilder path = new StringBuilder();
        for (List<MaskOutline.Point> loop : loops) {
            String command = "M";
            for (MaskOutline.Point point : loop) {
                path.append(command).append(Decimals.atMost(point.x(), 1, "0")).append(' ').append(Decimals.atMost(point.y(), 1, "0"));
                command = "L";
            }
            path.append('Z');
        }
        return path.toString();
    }
}

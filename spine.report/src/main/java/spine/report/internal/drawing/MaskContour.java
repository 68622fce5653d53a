package spine.report.internal.drawing;

import java.util.List;
import spine.common.raster.MaskOutline;
import spine.common.text.Decimals;

/** The outline of a mask as an SVG path in the pixel units of {@link MaskOutline}. */
public final class MaskContour {

    private MaskContour() {
    }

    public static String path(List<List<MaskOutline.Point>> loops) {
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

package spine.report.internal.drawing;

import java.util.List;
import spine.api.image.Vec3;

/**
 * A unit on an overview.
 *
 * @param level its label
 * @param corners of the quadrangle that it covers
 * @param label the middle of the left edge of its score, patient LPS mm
 * @param score in words
 * @param positive whether that is above 0
 */
public record UnitMark(String level, List<Vec3> corners, Vec3 label, String score, boolean positive, ScoreColour colour) {
}

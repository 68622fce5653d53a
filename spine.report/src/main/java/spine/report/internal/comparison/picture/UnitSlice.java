package spine.report.internal.comparison.picture;

import java.util.Optional;
import spine.api.score.SliceFinding;

/**
 * One slice of a unit in its frame.
 *
 * @param number of the slice in its stack, counted from 1
 * @param left how far it lies to the left of the patient from the middle of the unit, mm
 * @param scored whether it is one of those that make the score
 * @param finding what the index found on it; empty without positive quadrant
 * @param grey {@code PIXELS * PIXELS} greys
 * @param outlines markup of what lies over it, in mm of the picture
 */
record UnitSlice(int number, double left, boolean scored, Optional<SliceFinding> finding, byte[] grey, String outlines) {
    /** Side of a picture. */
    static final int PIXELS = 176;
}

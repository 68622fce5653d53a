package spine.phantom.internal.standard.spine;

/**
 * The disc below a vertebra.
 *
 * @param height height in the middle, mm
 * @param degeneration 0 fresh and bright to 1 dark and flat
 * @param bulge protrusion behind the bodies, mm
 * @param cleft whether the nucleus has a dark horizontal cleft
 * @param vacuum whether gas fills its centre (vacuum phenomenon)
 * @param fused whether it is a remnant between the parts of a block vertebra
 * @param bridged whether bone bridges it in front (syndesmophyte)
 */
public record Disc(double height, double degeneration, double bulge, boolean cleft, boolean vacuum, boolean fused, boolean bridged) {
}

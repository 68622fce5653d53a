package spine.phantom.internal.shift.spine;

/**
 * The disc below a vertebra.
 *
 * @param height height in the middle, mm
 * @param wet water of the nucleus, 1 fresh to 0 dry
 * @param bulge bulging of the annulus behind the bodies, mm
 * @param protrusion depth of a focal protrusion behind, mm; 0 for none
 * @param aside distance of the protrusion to the left, mm
 * @param clefts dark clefts in the nucleus, 0 to 2
 * @param nucleus radius of the nucleus as a share of that of the disc
 * @param vacuum whether gas fills its centre (vacuum phenomenon)
 * @param bridged whether bone bridges it in front (syndesmophyte)
 * @param fused whether the vertebrae are fused across the disc
 */
public record Disc(double height, double wet, double bulge, double protrusion, double aside, int clefts, double nucleus,
        boolean vacuum, boolean bridged, boolean fused) {
}

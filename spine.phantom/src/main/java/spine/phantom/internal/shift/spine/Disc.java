package spine.phantom.internal.shift.spine;

/**
 * What lies between two bodies.
 *
 * @param height height in the middle, mm
 * @param wet water of the nucleus, 1 fresh to 0 dry
 * @param bulge how far the annulus stands out behind, mm
 * @param protrusion further bulge of a short stretch behind, mm, and where it lies from side to side
 * @param aside middle of the protrusion, mm to the left
 * @param clefts dark clefts in the nucleus, 0 to 2
 * @param nucleus share of the disc that the nucleus takes
 * @param gas whether gas fills the nucleus
 * @param bridged whether bone in front joins the bodies
 * @param fused whether the bodies have grown together through the disc
 */
public record Disc(double height, double wet, double bulge, double protrusion, double aside, int clefts, double nucleus,
        boolean gas, boolean bridged, boolean fused) {
}

package spine.phantom.internal.shift.spine;

/**
 * Size and shape of one vertebral body, mm: concave walls between flaring rims, endplates with a flat-bottomed concavity and rounded
 * edges.
 *
 * @param height height on the axis
 * @param upperDepth half front-back depth at the upper endplate
 * @param lowerDepth the same at the lower endplate
 * @param upperWidth half width at the upper endplate
 * @param lowerWidth the same at the lower endplate
 * @param upperSlope rise of the upper endplate per mm towards the front
 * @param lowerSlope rise of the lower endplate per mm towards the front
 * @param upperHollow depth of the upper endplate's concavity
 * @param lowerHollow the same of the lower
 * @param sag concavity of the anterior wall at mid-height, as a share of the half depth
 * @param edge radius of the rims
 * @param osteophytes length of the osteophytes at the upper anterior, lower anterior, upper posterior and lower posterior rim
 * @param ripple height of the irregularities of the endplates, 0 if smooth
 * @param phase their phase, radians
 */
record VertebraShape(double height, double upperDepth, double lowerDepth, double upperWidth, double lowerWidth, double upperSlope,
        double lowerSlope, double upperHollow, double lowerHollow, double sag, double edge, double[] osteophytes, double ripple,
        double phase) {

    VertebraShape {
        osteophytes = osteophytes.clone();
    }

    double halfDepth() {
        return (upperDepth + lowerDepth) / 2;
    }

    double halfWidth() {
        return (upperWidth + lowerWidth) / 2;
    }
}

package spine.phantom.internal.standard.spine;

/**
 * Size and shape of one vertebral body, mm.
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
 * @param waist narrowing at mid-height, as a share of depth and width
 * @param upperOsteophyte length of an anterior osteophyte at the upper rim
 * @param lowerOsteophyte the same at the lower rim
 * @param hollowShift position of the deepest point of the endplates in front of the centre
 * @param rounded radius of the rims
 * @param ripple height of the irregularities of the endplates, 0 if smooth
 * @param phase their phase, radians
 */
record VertebraShape(double height, double upperDepth, double lowerDepth, double upperWidth, double lowerWidth, double upperSlope,
        double lowerSlope, double upperHollow, double lowerHollow, double waist, double upperOsteophyte, double lowerOsteophyte,
        double hollowShift, double rounded, double ripple, double phase) {
}

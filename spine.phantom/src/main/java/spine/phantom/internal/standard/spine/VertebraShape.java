package spine.phantom.internal.standard.spine;

/**
 * Size and form of one vertebral body, mm.
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
 * @param waist share by which the outline narrows at mid-height
 * @param upperLip length of an anterior bone spur at the upper rim
 * @param lowerLip the same at the lower rim
 * @param hollowShift where the endplates are deepest, from the centre towards the front
 * @param rounded radius of the rims
 * @param wavy height of the irregularities of the endplates, 0 if smooth
 * @param wave their phase, radians
 */
record VertebraShape(double height, double upperDepth, double lowerDepth, double upperWidth, double lowerWidth, double upperSlope,
        double lowerSlope, double upperHollow, double lowerHollow, double waist, double upperLip, double lowerLip,
        double hollowShift, double rounded, double wavy, double wave) {
}

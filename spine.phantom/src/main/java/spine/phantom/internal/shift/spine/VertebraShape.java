package spine.phantom.internal.shift.spine;

/**
 * Form of one body, mm: walls that sag between flaring rims, endplates with a flat-bottomed hollow and rounded edges.
 *
 * @param height height on the axis
 * @param upperDepth half front-back depth at the upper end, and at the lower end
 * @param upperWidth half width at the upper end, and at the lower end
 * @param upperWedge rise of the upper endplate per mm towards the front, and of the lower one
 * @param upperHollow depth of the upper endplate's hollow, and of the lower one
 * @param sag how far the front wall sags at mid-height, as a share of the half depth
 * @param edge radius over which endplates fall off towards the walls
 * @param spurs bone spurs at the upper front, lower front, upper back and lower back rim
 * @param ripple height of the endplates' irregular waves; 0 in most
 * @param phase shifts those waves
 */
record VertebraShape(double height, double upperDepth, double lowerDepth, double upperWidth, double lowerWidth, double upperWedge,
        double lowerWedge, double upperHollow, double lowerHollow, double sag, double edge, double[] spurs, double ripple, double phase) {

    VertebraShape {
        spurs = spurs.clone();
    }

    double halfDepth() {
        return (upperDepth + lowerDepth) / 2;
    }

    double halfWidth() {
        return (upperWidth + lowerWidth) / 2;
    }
}

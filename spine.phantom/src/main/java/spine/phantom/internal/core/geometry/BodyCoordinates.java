package spine.phantom.internal.core.geometry;

/** A point in the coordinates of one vertebral body; overwritten by every {@link BodyGeometry#locate}. Millimetres. */
public final class BodyCoordinates {
    /** Coordinates along the axes of the vertebra's {@link Frame}. */
    public double left;
    public double anterior;
    public double cranial;
    /** Distance from the upper and from the lower endplate along the body axis, positive inside. */
    public double fromUpper;
    public double fromLower;
    /** Distance from the front and from the back wall, positive inside. */
    public double fromFront;
    public double fromBack;
    /** Distance from the nearer side wall, roughly, positive inside. */
    public double fromSide;
    /** Whether the point is inside the body (the dens included). */
    public boolean inside;
    /** Whether it is inside the dens. */
    public boolean dens;
    /** Whether it lies over or under the endplates without leaving their outline, widened by the bulge asked for. */
    public boolean beyondEndplate;
}

package spine.io.dicom.internal.header;

import spine.api.image.SlicePlane;
import spine.api.image.Vec3;

/** How the planes of two images lie to each other. */
public final class SliceGeometry {
    private static final double SAME_DIRECTION = Math.cos(Math.toRadians(1));
    private static final double SAME_SPACING_MM = 0.001;
    /** Stations lie a good part of a field of view apart; the origins of one station agree to rounding. */
    private static final double SAME_STATION_MM = 20;
    private static final double SAME_PLACE_MM = 0.1;

    private SliceGeometry() {
    }

    /** Whether they can be slices of one stack: parallel, of one pixel size, and not shifted within their plane. */
    public static boolean isOneStation(SlicePlane a, SlicePlane b) {
        Vec3 shift = b.origin().minus(a.origin());
        double inPlane = Math.hypot(shift.dot(a.alongRow()), shift.dot(a.alongColumn()));
        return Math.abs(a.rowSpacing() - b.rowSpacing()) < SAME_SPACING_MM
                && Math.abs(a.columnSpacing() - b.columnSpacing()) < SAME_SPACING_MM
                && a.alongRow().dot(b.alongRow()) > SAME_DIRECTION && a.alongColumn().dot(b.alongColumn()) > SAME_DIRECTION
                && inPlane < SAME_STATION_MM;
    }

    /** Whether two slices of one station show the same. */
    public static boolean isSamePlace(SlicePlane a, SlicePlane b) {
        return Math.abs(a.distanceOf(b.origin())) < SAME_PLACE_MM;
    }
}

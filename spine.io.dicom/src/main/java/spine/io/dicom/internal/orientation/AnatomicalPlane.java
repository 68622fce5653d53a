package spine.io.dicom.internal.orientation;

import java.util.Locale;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;

/** Anatomical plane of an image, by the direction of its normal. */
public enum AnatomicalPlane {
    SAGITTAL, CORONAL, AXIAL, OBLIQUE;

    /** A spine with scoliosis is imaged up to about 35 degrees off the left-right axis. */
    private static final double LEAST_COSINE = Math.cos(Math.toRadians(35));

    public static AnatomicalPlane of(SlicePlane plane) {
        Vec3 normal = plane.normal();
        if (Math.abs(normal.x()) >= LEAST_COSINE) {
            return SAGITTAL;
        }
        if (Math.abs(normal.y()) >= LEAST_COSINE) {
            return CORONAL;
        }
        return Math.abs(normal.z()) >= LEAST_COSINE ? AXIAL : OBLIQUE;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package spine.io.nifti.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.api.image.Acquisition;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;

/** Stacks of 5 columns and 4 rows whose pixels all differ. */
enum SmallStack {
    SAGITTAL(new Vec3(0, 1, 0), new Vec3(0, 0, -1)),
    AXIAL(new Vec3(1, 0, 0), new Vec3(0, 1, 0)),
    CORONAL(new Vec3(1, 0, 0), new Vec3(0, 0, -1)),
    /** Seen from the other side: half turns around each axis, where the quaternion has no real part. */
    SAGITTAL_MIRRORED(new Vec3(0, -1, 0), new Vec3(0, 0, -1)),
    AXIAL_MIRRORED(new Vec3(-1, 0, 0), new Vec3(0, 1, 0)),
    AXIAL_TURNED(new Vec3(-1, 0, 0), new Vec3(0, -1, 0)),
    AXIAL_FROM_BELOW(new Vec3(1, 0, 0), new Vec3(0, -1, 0)),
    /** Sagittal, turned by 8 degrees around one axis and 5 around another. */
    OBLIQUE(new Vec3(0.1391731010, 0.9902680687, 0).unit(), new Vec3(-0.0863088, 0.0121299, -0.9961946981));

    private static final double COLUMN_MM = 0.8;
    private static final double ROW_MM = 0.9;
    private static final int COLUMNS = 5;
    private static final int ROWS = 4;

    private final Vec3 alongRow;
    private final Vec3 alongColumn;

    SmallStack(Vec3 alongRow, Vec3 alongColumn) {
        this.alongRow = alongRow;
        this.alongColumn = alongColumn.minus(alongRow.times(alongRow.dot(alongColumn))).unit();
    }

    /** Slices at these distances from the first, mm. */
    SliceStack at(double... places) {
        return shifted(0, places);
    }

    /** The same, each slice displaced along its rows by so many times its distance from the first. */
    SliceStack shifted(double shear, double... places) {
        Vec3 normal = alongRow.cross(alongColumn);
        List<Slice> slices = new ArrayList<>();
        for (double place : places) {
            Vec3 origin = new Vec3(-31.5, 12.25, 140).plus(normal.times(place)).plus(alongRow.times(shear * place));
            float[] pixels = new float[ROWS * COLUMNS];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = 100 * slices.size() + i + 0.5f;
            }
            slices.add(new Slice("2.25.7." + (slices.size() + 1), "1.2.840.10008.5.1.4.1.1.4",
                    new SlicePlane(origin, alongRow, alongColumn, COLUMN_MM, ROW_MM), ROWS, COLUMNS, pixels, Optional.empty()));
        }
        return new SliceStack("2.25.7", "", "", new Acquisition(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 4, ""), slices);
    }
}

package spine.api.image;

import java.util.Objects;

/**
 * Where the pixels of one slice lie in the patient (DICOM PS3.3 C.7.6.2.1.1, Image Plane Module).
 *
 * @param origin centre of the first pixel (ImagePositionPatient), mm
 * @param alongRow unit direction in which the column index grows (first triple of ImageOrientationPatient)
 * @param alongColumn unit direction in which the row index grows (second triple)
 * @param columnSpacing distance of neighbouring columns, mm (second value of PixelSpacing), above 0
 * @param rowSpacing distance of neighbouring rows, mm (first value of PixelSpacing), above 0
 */
public record SlicePlane(Vec3 origin, Vec3 alongRow, Vec3 alongColumn, double columnSpacing, double rowSpacing) {

    public SlicePlane {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(alongRow, "alongRow");
        Objects.requireNonNull(alongColumn, "alongColumn");
        if (!(columnSpacing > 0) || !(rowSpacing > 0)) {
            throw new IllegalArgumentException("pixel spacing must be positive, got " + rowSpacing + " x " + columnSpacing);
        }
    }

    /** The patient position of the pixel centre at the (fractional) column and row. */
    public Vec3 toPatient(double column, double row) {
        return origin.plus(alongRow.times(column * columnSpacing)).plus(alongColumn.times(row * rowSpacing));
    }

    /** The (fractional) column of the point's projection onto this plane. */
    public double columnOf(Vec3 point) {
        return point.minus(origin).dot(alongRow) / columnSpacing;
    }

    /** The (fractional) row of the point's projection onto this plane. */
    public double rowOf(Vec3 point) {
        return point.minus(origin).dot(alongColumn) / rowSpacing;
    }

    /** Signed distance of the point from the plane along {@link #normal()}, mm. */
    public double distanceOf(Vec3 point) {
        return point.minus(origin).dot(normal());
    }

    /** Unit normal: alongRow x alongColumn. */
    public Vec3 normal() {
        return alongRow.cross(alongColumn).unit();
    }

    /** Area of one pixel, mm2. */
    public double pixelArea() {
        return columnSpacing * rowSpacing;
    }
}

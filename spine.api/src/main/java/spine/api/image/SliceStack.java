package spine.api.image;

import java.util.List;
import java.util.Objects;

/**
 * Parallel sagittal slices of one series and one position of the table: same orientation, size and spacing. Rows run to the feet and
 * columns to the back, as in a picture of a person who looks to the left; a reader turns what is stored otherwise.
 *
 * @param seriesInstanceUid the series
 * @param frameOfReferenceUid slices and stacks with the same value share one coordinate system; empty if unknown
 * @param description words of the series (no patient data, no free text of a header), may be empty
 * @param acquisition physics of the series
 * @param slices at least one, ordered by position along {@link SlicePlane#normal()} of the first slice, ascending
 */
public record SliceStack(String seriesInstanceUid, String frameOfReferenceUid, String description, Acquisition acquisition,
        List<Slice> slices) {

    public SliceStack {
        Objects.requireNonNull(seriesInstanceUid, "seriesInstanceUid");
        Objects.requireNonNull(frameOfReferenceUid, "frameOfReferenceUid");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(acquisition, "acquisition");
        slices = List.copyOf(slices);
        if (slices.isEmpty()) {
            throw new IllegalArgumentException("series " + seriesInstanceUid + " has no slices");
        }
        Slice first = slices.get(0);
        for (Slice slice : slices) {
            if (slice.rows() != first.rows() || slice.columns() != first.columns()) {
                throw new IllegalArgumentException("series " + seriesInstanceUid + " mixes image sizes");
            }
        }
    }

    public int rows() {
        return slices.get(0).rows();
    }

    public int columns() {
        return slices.get(0).columns();
    }

    /** Plane of the first slice; the others are shifted along its normal. */
    public SlicePlane plane() {
        return slices.get(0).plane();
    }

    /** Mean distance of neighbouring slices, mm; the slice thickness if there is only one slice. */
    public double sliceSpacing() {
        if (slices.size() == 1) {
            return Double.isNaN(acquisition.sliceThicknessMm()) ? 1 : acquisition.sliceThicknessMm();
        }
        return plane().distanceOf(slices.get(slices.size() - 1).plane().origin()) / (slices.size() - 1);
    }
}

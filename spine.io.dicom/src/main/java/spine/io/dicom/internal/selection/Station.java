package spine.io.dicom.internal.selection;

import java.util.List;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.io.dicom.internal.header.ImageHeader;
import spine.io.dicom.internal.scan.Series;

/**
 * Parallel images of one series at one position of the table, not yet loaded.
 *
 * @param slices at least one, ordered along the normal, no two at the same place, each with a plane
 */
public record Station(Series series, List<ImageHeader> slices) {

    public Station {
        slices = List.copyOf(slices);
    }

    public ImageHeader first() {
        return slices.get(0);
    }

    boolean isDerived() {
        return first().isDerived();
    }

    SlicePlane plane() {
        return middle().plane().orElseThrow();
    }

    /** Centre of the middle image. */
    Vec3 centre() {
        ImageHeader middle = middle();
        return plane().toPatient((middle.columns() - 1) / 2.0, (middle.rows() - 1) / 2.0);
    }

    /** What the middle image covers from foot to head. */
    Extent headFoot() {
        ImageHeader middle = middle();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int corner = 0; corner < 4; corner++) {
            double column = corner % 2 == 0 ? -0.5 : middle.columns() - 0.5;
            double row = corner < 2 ? -0.5 : middle.rows() - 0.5;
            double z = plane().toPatient(column, row).z();
            low = Math.min(low, z);
            high = Math.max(high, z);
        }
        return new Extent(low, high);
    }

    /** From the right to the left of the patient, from the centre of the outermost slices half a distance further. */
    Extent lateral() {
        double[] places = slices.stream().mapToDouble(slice -> slice.plane().orElseThrow().toPatient((slice.columns() - 1) / 2.0,
                (slice.rows() - 1) / 2.0).x()).sorted().toArray();
        double width = places[places.length - 1] - places[0];
        double half = places.length > 1 ? width / (places.length - 1) / 2 : 0;
        return new Extent(places[0] - half, places[places.length - 1] + half);
    }

    private ImageHeader middle() {
        return slices.get(slices.size() / 2);
    }
}

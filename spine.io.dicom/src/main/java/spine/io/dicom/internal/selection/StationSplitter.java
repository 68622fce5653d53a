package spine.io.dicom.internal.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import spine.api.image.Note;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.io.dicom.internal.header.AnatomicalPlane;
import spine.io.dicom.internal.header.ImageHeader;
import spine.io.dicom.internal.scan.Series;

/** Divides a series into stations by geometry and puts the slices of each in order. */
final class StationSplitter {
    private static final double SAME_DIRECTION = Math.cos(Math.toRadians(1));
    private static final double SAME_SPACING_MM = 0.001;
    /** Stations lie a good part of a field of view apart; the origins of one station agree to rounding. */
    private static final double SAME_STATION_MM = 20;
    private static final double SAME_PLACE_MM = 0.1;

    private final List<Note> notes;

    /** @param notes takes notes on images that were left out */
    StationSplitter(List<Note> notes) {
        this.notes = notes;
    }

    /** @return the sagittal stations of the series, may be empty */
    List<Station> split(Series series) {
        List<List<ImageHeader>> groups = new ArrayList<>();
        for (ImageHeader image : series.images()) {
            if (image.plane().filter(plane -> AnatomicalPlane.of(plane) == AnatomicalPlane.SAGITTAL).isPresent()) {
                groupOf(image, groups).add(image);
            }
        }
        return groups.stream().map(group -> new Station(series, ordered(series, group))).toList();
    }

    private static List<ImageHeader> groupOf(ImageHeader image, List<List<ImageHeader>> groups) {
        for (List<ImageHeader> group : groups) {
            if (belongTogether(group.get(0), image)) {
                return group;
            }
        }
        List<ImageHeader> created = new ArrayList<>();
        groups.add(created);
        return created;
    }

    private static boolean belongTogether(ImageHeader one, ImageHeader other) {
        SlicePlane a = one.plane().orElseThrow();
        SlicePlane b = other.plane().orElseThrow();
        Vec3 shift = b.origin().minus(a.origin());
        double inPlane = Math.hypot(shift.dot(a.alongRow()), shift.dot(a.alongColumn()));
        return one.rows() == other.rows() && one.columns() == other.columns()
                && one.frameOfReferenceUid().equals(other.frameOfReferenceUid())
                && Math.abs(a.rowSpacing() - b.rowSpacing()) < SAME_SPACING_MM
                && Math.abs(a.columnSpacing() - b.columnSpacing()) < SAME_SPACING_MM
                && a.alongRow().dot(b.alongRow()) > SAME_DIRECTION && a.alongColumn().dot(b.alongColumn()) > SAME_DIRECTION
                && inPlane < SAME_STATION_MM;
    }

    /** Along the normal; of images at the same place the one taken first stays. */
    private List<ImageHeader> ordered(Series series, List<ImageHeader> group) {
        SlicePlane reference = group.get(0).plane().orElseThrow();
        List<ImageHeader> kept = new ArrayList<>();
        for (ImageHeader image : group) {
            double place = place(reference, image);
            if (kept.stream().noneMatch(other -> Math.abs(place(reference, other) - place) < SAME_PLACE_MM)) {
                kept.add(image);
            }
        }
        if (kept.size() < group.size()) {
            notes.add(Note.info(String.format("Of images of %s at the same place the first one was kept: %d of %d images are used.",
                    series.label(), kept.size(), group.size())));
        }
        kept.sort(Comparator.comparingDouble(image -> place(reference, image)));
        return kept;
    }

    private static double place(SlicePlane reference, ImageHeader image) {
        return reference.distanceOf(image.plane().orElseThrow().origin());
    }
}

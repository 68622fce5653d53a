package spine.io.dicom.internal.selection;

import java.util.ArrayList;
import java.util.List;
import spine.api.image.Note;
import spine.api.image.Vec3;
import spine.io.dicom.internal.scan.Series;

/** Leaves out what shows the same anatomy twice: reformatted images, repeated stations, composed images. */
final class DuplicateStationFilter {
    private static final double NEARLY_ALL = 0.9;
    private static final double CLEARLY_SHORTER = 0.8;
    private static final double SAME_DIRECTION = Math.cos(Math.toRadians(10));
    private static final double SAME_SIDE_MM = 20;

    private final List<Note> notes;

    /** @param notes takes a note on every station left out */
    DuplicateStationFilter(List<Note> notes) {
        this.notes = notes;
    }

    List<Station> resolve(List<Station> stations) {
        return withoutComposed(withoutRepeats(originals(stations)));
    }

    private List<Station> originals(List<Station> stations) {
        List<Station> originals = stations.stream().filter(station -> !station.isDerived()).toList();
        if (originals.isEmpty()) {
            return stations;
        }
        stations.stream().filter(Station::isDerived).map(Station::series).distinct()
                .forEach(series -> leaveOut(series, "it was computed from other images, and the images as acquired are there"));
        return originals;
    }

    /** Of two acquisitions of the same station the later one stays: it is usually repeated because the first was poor. */
    private List<Station> withoutRepeats(List<Station> stations) {
        List<Station> kept = new ArrayList<>();
        for (Station station : stations) {
            boolean repeated = stations.stream().anyMatch(other -> showSame(station, other)
                    && other.first().order().compareTo(station.first().order()) > 0);
            if (repeated) {
                leaveOut(station.series(), "a later series repeats the same station");
            } else {
                kept.add(station);
            }
        }
        return kept;
    }

    private static boolean showSame(Station one, Station other) {
        HeadFootExtent a = one.headFoot();
        HeadFootExtent b = other.headFoot();
        Vec3 normal = one.plane().normal();
        return one.series() != other.series() && a.overlap(b) > NEARLY_ALL * Math.max(a.length(), b.length())
                && Math.abs(normal.dot(other.plane().normal())) > SAME_DIRECTION
                && Math.abs(other.centre().minus(one.centre()).dot(normal)) < SAME_SIDE_MM;
    }

    /**
     * An image composed of several stations can show seams, so the stations are preferred where they cover it; where they
     * do not, the composed image shows more.
     */
    private List<Station> withoutComposed(List<Station> stations) {
        for (Station whole : stations) {
            HeadFootExtent extent = whole.headFoot();
            List<Station> parts = stations.stream().filter(part -> part.series() != whole.series())
                    .filter(part -> part.headFoot().length() < CLEARLY_SHORTER * extent.length())
                    .filter(part -> part.headFoot().overlap(extent) >= NEARLY_ALL * part.headFoot().length()).toList();
            if (parts.isEmpty()) {
                continue;
            }
            double covered = extent.coveredBy(parts.stream().map(Station::headFoot).toList());
            List<Station> kept = new ArrayList<>(stations);
            if (covered >= NEARLY_ALL * extent.length()) {
                leaveOut(whole.series(), "it is composed of stations, which are there as acquired");
                kept.remove(whole);
            } else {
                parts.forEach(part -> leaveOut(part.series(), whole.series().label() + " shows the same and more"));
                kept.removeAll(parts);
            }
            return withoutComposed(kept);
        }
        return stations;
    }

    private void leaveOut(Series series, String reason) {
        notes.add(Note.info("Left out " + series.label() + ": " + reason + "."));
    }
}

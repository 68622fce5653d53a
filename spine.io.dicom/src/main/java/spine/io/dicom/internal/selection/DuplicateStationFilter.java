package spine.io.dicom.internal.selection;

import java.util.ArrayList;
import java.util.List;
import spine.api.image.Note;

/** Leaves out what shows the same anatomy twice: reformatted images, repeated stations, composed images. */
final class DuplicateStationFilter {
    private static final double NEARLY_ALL = 0.9;
    private static final double CLEARLY_SHORTER = 0.8;

    private final List<Note> notes;

    /** @param notes takes a note on every station left out */
    DuplicateStationFilter(List<Note> notes) {
        this.notes = notes;
    }

    List<Station> resolve(List<Station> stations) {
        return withoutComposed(new RepeatedStations(notes).resolve(originals(stations)));
    }

    /** A derived image that spans several originals is composed of them, which is decided later. */
    private List<Station> originals(List<Station> stations) {
        List<Station> originals = stations.stream().filter(station -> !station.isDerived()).toList();
        if (originals.isEmpty()) {
            return stations;
        }
        List<Station> kept = new ArrayList<>(stations);
        for (Station station : stations) {
            if (station.isDerived() && originals.stream().noneMatch(part -> isPartOf(part, station))) {
                leaveOut(station, "it was computed from other images, and the images as acquired are there");
                kept.remove(station);
            }
        }
        return kept;
    }

    /**
     * An image composed of several stations can show seams, so the stations are preferred where they cover it; where they
     * do not, the composed image shows more.
     */
    private List<Station> withoutComposed(List<Station> stations) {
        for (Station whole : stations) {
            Extent extent = whole.headFoot();
            List<Station> parts = stations.stream().filter(part -> isPartOf(part, whole)).toList();
            if (parts.isEmpty()) {
                continue;
            }
            double covered = extent.coveredBy(parts.stream().map(Station::headFoot).toList());
            List<Station> kept = new ArrayList<>(stations);
            if (covered >= NEARLY_ALL * extent.length()) {
                leaveOut(whole, "it is composed of stations, which are there as acquired");
                kept.remove(whole);
            } else {
                parts.forEach(part -> leaveOut(part, whole.series().partLabel() + " shows the same and more"));
                kept.removeAll(parts);
            }
            return withoutComposed(kept);
        }
        return stations;
    }

    private static boolean isPartOf(Station part, Station whole) {
        return part.headFoot().length() < CLEARLY_SHORTER * whole.headFoot().length()
                && part.headFoot().overlap(whole.headFoot()) >= NEARLY_ALL * part.headFoot().length();
    }

    private void leaveOut(Station station, String reason) {
        notes.add(Note.info("Left out " + station.series().partLabel() + ": " + reason + "."));
    }
}

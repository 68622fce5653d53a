package spine.io.dicom.internal.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import spine.api.image.Note;
import spine.api.image.SlicePlane;
import spine.io.dicom.internal.header.ImageHeader;
import spine.io.dicom.internal.header.SliceGeometry;
import spine.io.dicom.internal.scan.Series;

/** Divides a series into stations by geometry and puts the slices of each in order. */
final class StationSplitter {
    private final List<Note> notes;

    /** @param notes takes notes on images that were left out */
    StationSplitter(List<Note> notes) {
        this.notes = notes;
    }

    /**
     * @param series sagittal
     * @return its stations, at least one
     */
    List<Station> split(Series series) {
        List<List<ImageHeader>> groups = new ArrayList<>();
        for (ImageHeader image : series.images()) {
            groupOf(image, groups).add(image);
        }
        return groups.stream().map(group -> new Station(series, ordered(series, group))).toList();
    }

    private static List<ImageHeader> groupOf(ImageHeader image, List<List<ImageHeader>> groups) {
        for (List<ImageHeader> group : groups) {
            if (group.get(0).uids().frameOfReference().equals(image.uids().frameOfReference())
                    && SliceGeometry.isOneStation(plane(group.get(0)), plane(image))) {
                return group;
            }
        }
        List<ImageHeader> created = new ArrayList<>();
        groups.add(created);
        return created;
    }

    /**
     * Along the normal. Of images at the same place one stays: that of the most complete run over the slices, or of the first of those
     * that are equally complete. What only other runs show is taken from them, since some scanners share the slices among several.
     */
    private List<ImageHeader> ordered(Series series, List<ImageHeader> group) {
        List<List<ImageHeader>> runs = runs(group);
        List<ImageHeader> first = runs.get(0);
        runs.sort(Comparator.comparingInt(run -> -run.size()));
        List<ImageHeader> kept = new ArrayList<>();
        runs.forEach(run -> run.stream().filter(image -> isFree(image, kept)).forEach(kept::add));
        if (kept.size() < group.size()) {
            String which = runs.get(0) == first ? "the first one" : "that of the most complete acquisition";
            notes.add(Note.warning("Of images of " + series.label() + " at the same place " + which + " is scored: " + kept.size() + " of "
                    + group.size() + " images are used."));
        }
        SlicePlane reference = plane(group.get(0));
        kept.sort(Comparator.comparingDouble(image -> reference.distanceOf(plane(image).origin())));
        return kept;
    }

    /** Images taken in one go: of one acquisition, echo and time, none at the place of another. */
    private static List<List<ImageHeader>> runs(List<ImageHeader> group) {
        List<List<ImageHeader>> runs = new ArrayList<>();
        for (ImageHeader image : group) {
            List<ImageHeader> newest = null;
            for (List<ImageHeader> run : runs) {
                newest = isSameRun(run.get(0), image) ? run : newest;
            }
            if (newest == null || !isFree(image, newest)) {
                newest = new ArrayList<>();
                runs.add(newest);
            }
            newest.add(image);
        }
        return runs;
    }

    private static boolean isSameRun(ImageHeader one, ImageHeader other) {
        return one.order().isSameRun(other.order()) && one.parameters().equals(other.parameters());
    }

    private static boolean isFree(ImageHeader image, List<ImageHeader> taken) {
        return taken.stream().noneMatch(other -> SliceGeometry.isSamePlace(plane(other), plane(image)));
    }

    private static SlicePlane plane(ImageHeader image) {
        return image.plane().orElseThrow();
    }
}

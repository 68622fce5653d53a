package spine.io.dicom.internal.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import spine.api.image.Note;
import spine.api.image.SlicePlane;
import spine.io.dicom.internal.header.ImageComponent;
import spine.io.dicom.internal.header.ImageHeader;
import spine.io.dicom.internal.header.ImageSource;
import spine.io.dicom.internal.header.MrParameters;
import spine.io.dicom.internal.header.SliceGeometry;

/**
 * Puts slices together that were given a SeriesInstanceUID each, as some exports do: those of one protocol and one place of the table,
 * taken one after the other. A slice at a place that is taken already begins a repetition.
 */
final class SliceSeriesMerger {
    /** A series of fewer images cannot be scored by itself. */
    private static final int LEAST_IMAGES = 3;

    private final List<Note> notes;

    /** @param notes takes a note on every series that was put together */
    SliceSeriesMerger(List<Note> notes) {
        this.notes = notes;
    }

    /**
     * @param series the images of each series as found
     * @return the same images, those put together in one series
     */
    List<List<ImageHeader>> merge(Collection<List<ImageHeader>> series) {
        Map<ImageSource, List<ImageHeader>> seriesOf = new HashMap<>();
        series.stream().filter(images -> images.size() < LEAST_IMAGES)
                .forEach(images -> images.forEach(image -> seriesOf.put(image.source(), images)));
        List<ImageHeader> single = seriesOf.values().stream().distinct().flatMap(List::stream)
                .filter(image -> image.isMr() && image.plane().isPresent())
                .sorted(Comparator.comparing(ImageHeader::acquired).thenComparing(ImageHeader::order).thenComparing(ImageHeader::source))
                .toList();
        List<List<ImageHeader>> merged = new ArrayList<>(series);
        for (List<ImageHeader> run : runs(single)) {
            Set<List<ImageHeader>> members = run.stream().map(image -> seriesOf.get(image.source())).collect(Collectors.toSet());
            if (members.size() >= LEAST_IMAGES && members.stream().mapToInt(List::size).sum() == run.size()) {
                merged.removeAll(members);
                merged.add(run);
                notes.add(Note.warning(run.size() + " images with " + members.size() + " SeriesInstanceUIDs, of one protocol and place,"
                        + " were put together as series " + run.get(0).order().series() + "."));
            }
        }
        return merged;
    }

    /** Each image joins the newest run of its kind, unless its place there is taken. */
    private static List<List<ImageHeader>> runs(List<ImageHeader> images) {
        Map<Protocol, List<List<ImageHeader>>> byProtocol = new LinkedHashMap<>();
        for (ImageHeader image : images) {
            List<List<ImageHeader>> runs = byProtocol.computeIfAbsent(Protocol.of(image), protocol -> new ArrayList<>());
            SlicePlane plane = image.plane().orElseThrow();
            List<ImageHeader> newest = null;
            for (List<ImageHeader> run : runs) {
                newest = SliceGeometry.isOneStation(run.get(0).plane().orElseThrow(), plane) ? run : newest;
            }
            if (newest == null || newest.stream().anyMatch(other -> SliceGeometry.isSamePlace(other.plane().orElseThrow(), plane))) {
                newest = new ArrayList<>();
                runs.add(newest);
            }
            newest.add(image);
        }
        return byProtocol.values().stream().flatMap(List::stream).toList();
    }

    /** What the slices of one series have in common. */
    private record Protocol(String sopClass, List<String> words, MrParameters parameters, List<String> imageType, ImageComponent component,
            int echo, int rows, int columns) {

        static Protocol of(ImageHeader image) {
            return new Protocol(image.uids().sopClass(), image.words(), image.parameters(), image.imageType(), image.component(),
                    image.order().echo(), image.rows(), image.columns());
        }
    }
}

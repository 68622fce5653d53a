package spine.io.dicom.internal.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import spine.api.image.Note;
import spine.common.text.DicomUid;
import spine.io.dicom.internal.header.ImageHeader;
import spine.io.dicom.internal.uid.DerivedUid;

/** Sorts the images of one exam into series and gives series and images valid UIDs. */
final class SeriesGroups {
    private final PixelDigests digests;
    private final List<Note> notes;

    /** @param notes takes notes on what was left out, put together or named anew */
    SeriesGroups(PixelDigests digests, List<Note> notes) {
        this.digests = digests;
        this.notes = notes;
    }

    /** @return the series in the order they were taken */
    List<Series> of(List<ImageHeader> images) {
        Map<String, List<ImageHeader>> found = new LinkedHashMap<>();
        images.forEach(image -> found.computeIfAbsent(key(image), key -> new ArrayList<>()).add(image));
        TwinFilter twins = new TwinFilter(digests, notes);
        List<List<ImageHeader>> distinct = twins.distinctAmong(found.values().stream().map(twins::distinct).toList());
        List<Series> series = new ArrayList<>();
        new SliceSeriesMerger(notes).merge(distinct).forEach(same -> series.addAll(parts(same)));
        series.sort(Comparator.comparing(one -> one.first().order()));
        return series;
    }

    /** Images without a SeriesInstanceUID belong together if number and words of their series agree. */
    private static String key(ImageHeader image) {
        String uid = image.uids().series();
        return uid.isEmpty() ? "number " + image.order().series() + image.modality() + image.words() : uid;
    }

    private List<Series> parts(List<ImageHeader> images) {
        Set<String> inFiles = images.stream().map(image -> image.uids().series()).collect(Collectors.toSet());
        ImageHeader first = images.get(0);
        String uid = first.uids().series();
        if (!DicomUid.isValid(uid)) {
            uid = derived(images);
            notes.add(Note.warning("The SeriesInstanceUID of series " + first.order().series() + " is missing or invalid; it is called "
                    + uid + "."));
        }
        return SeriesParts.of(uid, inFiles, images);
    }

    private static String derived(List<ImageHeader> images) {
        DerivedUid uid = new DerivedUid().with("series").with(images.get(0).uids().series());
        images.stream().map(ImageHeader::identity).sorted().forEach(uid::with);
        return uid.uid();
    }
}

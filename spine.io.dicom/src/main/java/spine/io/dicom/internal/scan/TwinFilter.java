package spine.io.dicom.internal.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import spine.api.image.Note;
import spine.common.text.DicomUid;
import spine.io.dicom.internal.header.ImageHeader;
import spine.io.dicom.internal.header.ImageSource;
import spine.io.dicom.internal.uid.DerivedUid;

/**
 * Makes identities unique. Images that share one, or have none, are told apart by place and pixels: true copies are left out, all others
 * stay, with a UID that follows from their content.
 */
final class TwinFilter {
    private final PixelDigests digests;
    private final List<Note> notes;
    private final Map<Path, Path> copies = new TreeMap<>();
    private int renamed;

    /** @param notes takes a note on every file left out and on identities that were derived */
    TwinFilter(PixelDigests digests, List<Note> notes) {
        this.digests = digests;
        this.notes = notes;
    }

    /** @return the images of the series without copies, in their order, each with an identity of its own */
    List<ImageHeader> distinct(List<ImageHeader> images) {
        Map<String, List<ImageHeader>> byIdentity = new LinkedHashMap<>();
        images.forEach(image -> byIdentity.computeIfAbsent(key(image), key -> new ArrayList<>()).add(image));
        List<ImageHeader> kept = new ArrayList<>();
        renamed = 0;
        copies.clear();
        byIdentity.values().forEach(same -> kept.addAll(resolve(same)));
        if (renamed > 0) {
            notes.add(Note.warning("The SOPInstanceUID of " + renamed + " images of series " + images.get(0).order().series()
                    + " is missing, invalid or repeated on different images; they are called by UIDs that follow from their content."));
        }
        copies.entrySet().stream().findFirst().ifPresent(copy -> notes.add(Note.info(copies.size() == 1
                ? copy.getKey() + " holds the same image as " + copy.getValue() + " and was left out."
                : copies.size() + " files hold the same images as others and were left out, for instance " + copy.getKey() + " for "
                        + copy.getValue() + ".")));
        return kept;
    }

    /**
     * The same images of several series, of which none shares its identity with one that is no copy of it. Copies in two series stay: only
     * one of these is scored, since they show the same place.
     */
    List<List<ImageHeader>> distinctAmong(List<List<ImageHeader>> series) {
        Map<String, List<ImageHeader>> byIdentity = new LinkedHashMap<>();
        series.stream().flatMap(List::stream).filter(ImageHeader::isMr)
                .forEach(image -> byIdentity.computeIfAbsent(image.identity(), key -> new ArrayList<>()).add(image));
        Set<ImageSource> ambiguous = byIdentity.values().stream()
                .filter(same -> !same.stream().allMatch(image -> image == same.get(0) || areCopies(same.get(0), image)))
                .flatMap(List::stream).map(ImageHeader::source).collect(Collectors.toSet());
        if (ambiguous.isEmpty()) {
            return series;
        }
        notes.add(Note.warning("The SOPInstanceUID of " + ambiguous.size() + " images of several series is repeated on different images;"
                + " they are called by UIDs that follow from their content."));
        return series.stream().map(images -> images.stream().map(image -> ambiguous.contains(image.source()) ? renamed(image) : image)
                .toList()).toList();
    }

    /** What is not an image in this sense, such as a segmentation, is told apart by its UID alone. */
    private List<ImageHeader> resolve(List<ImageHeader> same) {
        boolean valid = DicomUid.isValid(same.get(0).uids().instance());
        if (same.size() == 1 && valid) {
            return same;
        }
        List<ImageHeader> distinct = new ArrayList<>();
        for (ImageHeader image : intactFirst(same)) {
            ImageHeader twin = distinct.stream().filter(other -> areCopies(other, image)).findFirst().orElse(null);
            if (twin == null) {
                distinct.add(image);
            } else {
                leaveOut(image, twin);
            }
        }
        if (distinct.size() == 1 && valid) {
            return distinct;
        }
        renamed += distinct.size();
        return distinct.stream().map(this::renamed).toList();
    }

    /** A damaged copy must not displace an intact one. */
    private List<ImageHeader> intactFirst(List<ImageHeader> same) {
        List<ImageHeader> sorted = new ArrayList<>(same);
        if (same.size() > 1 && same.get(0).isMr()) {
            sorted.sort((a, b) -> Boolean.compare(digests.of(a).isEmpty(), digests.of(b).isEmpty()));
        }
        return sorted;
    }

    private boolean areCopies(ImageHeader one, ImageHeader other) {
        if (!one.isMr() || !other.isMr()) {
            return DicomUid.isValid(other.uids().instance());
        }
        boolean sameHeader = one.plane().equals(other.plane()) && one.orientation().equals(other.orientation())
                && one.component() == other.component() && one.rows() == other.rows() && one.columns() == other.columns()
                && one.source().frame() == other.source().frame();
        return sameHeader && (digests.of(other).isEmpty() || digests.of(one).equals(digests.of(other)));
    }

    private void leaveOut(ImageHeader image, ImageHeader twin) {
        if (image.isMr() && digests.of(image).isEmpty() && digests.of(twin).isPresent()) {
            notes.add(Note.warning(image.source().file() + " is a damaged copy of " + twin.source().file() + " and was left out."));
        } else {
            copies.putIfAbsent(image.source().file(), twin.source().file());
        }
    }

    private ImageHeader renamed(ImageHeader image) {
        String pixels = digests.of(image).orElse(image.source().file().getFileName().toString());
        DerivedUid uid = new DerivedUid().with("image").with(image.uids().study()).with(image.uids().series()).with(image.uids().instance())
                .with(image.plane().toString()).with(image.component().name()).with(pixels);
        if (!image.orientation().isUpright()) {
            uid.with(image.orientation().toString());
        }
        return image.with(image.uids().withInstance(uid.uid()));
    }

    private static String key(ImageHeader image) {
        return image.uids().instance() + "#" + image.source().frame();
    }
}

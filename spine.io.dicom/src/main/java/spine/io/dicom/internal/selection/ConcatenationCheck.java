package spine.io.dicom.internal.selection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import spine.api.image.Note;
import spine.io.dicom.internal.header.Concatenation;
import spine.io.dicom.internal.header.ImageHeader;
import spine.io.dicom.internal.scan.FoundStudy;

/** Looks for parts of multi-frame images that were divided among objects and are not all there. */
final class ConcatenationCheck {
    private final List<Concatenation> found;

    ConcatenationCheck(FoundStudy study) {
        this.found = study.series().stream().flatMap(series -> series.images().stream()).flatMap(ConcatenationCheck::part).distinct()
                .toList();
    }

    /** @return a warning for each image of the station of which parts are missing */
    List<Note> warnings(Station station) {
        Set<String> uids = station.slices().stream().flatMap(ConcatenationCheck::part).map(Concatenation::uid)
                .collect(Collectors.toCollection(TreeSet::new));
        return uids.stream().flatMap(uid -> missing(uid).stream()).map(missing -> Note.warning(missing + " of "
                + station.series().label() + " are missing, so that slices of it may be missing, too.")).toList();
    }

    /** Where no part says how many there are, the highest number does. */
    private Optional<String> missing(String uid) {
        List<Concatenation> parts = found.stream().filter(part -> part.uid().equals(uid)).toList();
        int all = parts.stream().mapToInt(part -> Math.max(part.part(), part.parts())).max().orElse(0);
        long here = parts.stream().mapToInt(Concatenation::part).distinct().count();
        return here < all ? Optional.of(all - here + " of the " + all + " objects with parts") : Optional.empty();
    }

    private static Stream<Concatenation> part(ImageHeader image) {
        return image.concatenation().stream();
    }
}

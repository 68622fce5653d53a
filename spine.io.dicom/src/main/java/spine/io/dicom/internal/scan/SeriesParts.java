package spine.io.dicom.internal.scan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import spine.io.dicom.internal.header.Contrast;
import spine.io.dicom.internal.header.ImageComponent;
import spine.io.dicom.internal.header.ImageHeader;
import spine.io.dicom.internal.orientation.AnatomicalPlane;

/** Divides a series into images of one kind, so that a single odd image does not speak for the others. */
final class SeriesParts {

    private SeriesParts() {
    }

    /**
     * @param uid of the series, valid
     * @param uidsInFiles as the files have them
     * @param images at least one
     */
    static List<Series> of(String uid, Set<String> uidsInFiles, List<ImageHeader> images) {
        Map<Kind, List<ImageHeader>> kinds = new LinkedHashMap<>();
        images.forEach(image -> kinds.computeIfAbsent(Kind.of(image), kind -> new ArrayList<>()).add(image));
        SeriesOrigin origin = new SeriesOrigin(uidsInFiles, images.size(), planesCross(images));
        return kinds.values().stream().map(part -> new Series(uid, part, origin)).toList();
    }

    /** A coronal image that strayed into a sagittal series does not make it a localizer. */
    private static boolean planesCross(List<ImageHeader> images) {
        Map<AnatomicalPlane, Long> counts = images.stream().flatMap(image -> image.plane().stream()).map(AnatomicalPlane::of)
                .collect(Collectors.groupingBy(plane -> plane, Collectors.counting()));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.size() > 1 && counts.values().stream().noneMatch(count -> 2 * count > all);
    }

    /** Images that are read alike. */
    private record Kind(String modality, String sopClass, Optional<String> obstacle, boolean localizer, boolean derived,
            ImageComponent component, Optional<AnatomicalPlane> plane, Contrast contrast, int rows, int columns) {

        /** Objects other than MR images are not looked at more closely. */
        static Kind of(ImageHeader image) {
            if (!image.isMr()) {
                return new Kind(image.modality(), "", Optional.empty(), false, false, ImageComponent.MAGNITUDE, Optional.empty(),
                        Contrast.OTHER, 0, 0);
            }
            return new Kind(image.modality(), image.uids().sopClass(), image.obstacle(), image.isLocalizer(), image.isDerived(),
                    image.component(), image.plane().map(AnatomicalPlane::of), image.contrast(), image.rows(), image.columns());
        }
    }
}

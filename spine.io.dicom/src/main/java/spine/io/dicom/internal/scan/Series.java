package spine.io.dicom.internal.scan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import spine.dicom.pixel.Compression;
import spine.io.dicom.internal.header.AnatomicalPlane;
import spine.io.dicom.internal.header.Contrast;
import spine.io.dicom.internal.header.ContrastRule;
import spine.io.dicom.internal.header.ImageHeader;

/**
 * One series of a study.
 *
 * @param images at least one, in the order they were taken
 */
public record Series(String uid, List<ImageHeader> images) {

    public Series {
        images = images.stream().sorted(Comparator.comparing(ImageHeader::order).thenComparing(ImageHeader::file)).toList();
    }

    public ImageHeader first() {
        return images.get(0);
    }

    public boolean isMr() {
        return first().isMr();
    }

    /** The planes of its images, empty if no header says where its image lies. */
    public Set<AnatomicalPlane> orientations() {
        return images.stream().flatMap(image -> image.plane().stream()).map(AnatomicalPlane::of).collect(Collectors.toSet());
    }

    public Contrast contrast() {
        return ContrastRule.of(first());
    }

    /** Marked so, or of planes that cross. */
    public boolean isLocalizer() {
        return first().isLocalizer() || orientations().size() > 1;
    }

    /** Why it can be read in no case, empty if it can. */
    public Optional<String> obstacle() {
        if (!isMr()) {
            return Optional.of("it is not MR");
        }
        if (first().isMultiFrame()) {
            return Optional.of("multi-frame images are not read by this version");
        }
        if (!first().isOrdinaryMr()) {
            return Optional.of("it does not hold MR images but objects of class " + first().sopClassUid());
        }
        Optional<String> compression = Compression.of(first().transferSyntax());
        if (compression.isPresent()) {
            return compression.map(name -> "compressed with " + name + ", which this version does not read");
        }
        if (orientations().isEmpty()) {
            return Optional.of("its images do not say where they lie");
        }
        return Optional.empty();
    }

    /** Why it cannot be taken even if a person asks for it, empty if it can. */
    public Optional<String> obstacleToSagittal() {
        return obstacle().isEmpty() && !orientations().contains(AnatomicalPlane.SAGITTAL) ? Optional.of("it is not sagittal")
                : obstacle();
    }

    /** How notes call it; descriptions name protocols, not patients. */
    public String label() {
        return "series " + title();
    }

    /** Number and description, to follow the word series. */
    public String title() {
        String description = first().description();
        return first().order().series() + (description.isEmpty() ? "" : " (" + description + ")");
    }
}

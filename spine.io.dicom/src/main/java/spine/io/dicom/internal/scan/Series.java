package spine.io.dicom.internal.scan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import spine.io.dicom.internal.header.Contrast;
import spine.io.dicom.internal.header.ImageHeader;
import spine.io.dicom.internal.orientation.AnatomicalPlane;

/**
 * Images of one kind in a series: a series that mixes kinds, such as magnitude and phase, is several of these.
 *
 * @param uid of the series, valid
 * @param images at least one, in the order they were taken; all of the same class, size, plane, contrast and component
 * @param origin the series as it was found
 */
public record Series(String uid, List<ImageHeader> images, SeriesOrigin origin) {

    public Series {
        images = images.stream().sorted(Comparator.comparing(ImageHeader::order).thenComparing(ImageHeader::source)).toList();
    }

    public ImageHeader first() {
        return images.get(0);
    }

    public boolean isMr() {
        return first().isMr();
    }

    /** The plane of its images, empty if they do not say where they lie. */
    public Optional<AnatomicalPlane> orientation() {
        return first().plane().map(AnatomicalPlane::of);
    }

    public Contrast contrast() {
        return first().contrast();
    }

    /** Marked so, or of planes that cross. */
    public boolean isLocalizer() {
        return first().isLocalizer() || origin.crossingPlanes();
    }

    /** Why it can be read in no case, empty if it can. */
    public Optional<String> obstacle() {
        if (!isMr()) {
            return Optional.of("it is not MR");
        }
        if (first().obstacle().isPresent()) {
            return first().obstacle();
        }
        return orientation().isEmpty() ? Optional.of("its images do not say where they lie") : Optional.empty();
    }

    /** Why it cannot be taken even if a person asks for it, empty if it can. */
    public Optional<String> obstacleToSagittal() {
        if (obstacle().isPresent()) {
            return obstacle();
        }
        if (orientation().orElseThrow() != AnatomicalPlane.SAGITTAL) {
            return Optional.of("it is not sagittal");
        }
        return switch (first().component()) {
            case MAGNITUDE -> Optional.empty();
            case PHASE, REAL, IMAGINARY -> Optional.of("it shows the " + first().component().word() + " of the signal, not the magnitude");
        };
    }

    /** Whether the series has images of other kinds too. */
    public boolean isPart() {
        return images.size() < origin.images();
    }

    /** How notes call it. */
    public String label() {
        return "series " + title();
    }

    /** As {@link #label()}, and which of its images are meant if not all. */
    public String partLabel() {
        if (!isPart()) {
            return label();
        }
        String which = images.size() == 1 ? " (" + first().source().file() + ")" : "";
        return images.size() + " of the " + origin.images() + " images of " + label() + which;
    }

    /** Number and known words of the description, to follow the word series. */
    public String title() {
        String description = first().description();
        return first().order().series() + (description.isEmpty() ? "" : " (" + description + ")");
    }
}

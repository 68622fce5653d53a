package spine.io.dicom.internal.scan;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import spine.api.UnusableInputException;
import spine.common.digest.Sha256;
import spine.dicom.pixel.DicomImage;
import spine.dicom.pixel.DicomImages;
import spine.io.dicom.internal.header.ImageHeader;
import spine.io.dicom.internal.header.ImageSource;

/** Digests of the pixels of images, each computed once and only where it is asked for. For one scan and one thread. */
final class PixelDigests {
    private final DicomImages images;
    private final Map<ImageSource, Optional<String>> digests = new HashMap<>();

    PixelDigests(DicomImages images) {
        this.images = images;
    }

    /** Empty if the pixels cannot be read. */
    Optional<String> of(ImageHeader image) {
        return digests.computeIfAbsent(image.source(), this::read);
    }

    private Optional<String> read(ImageSource source) {
        try (DicomImage image = images.open(source.file())) {
            return Optional.of(Sha256.of(image.cells(source.frameIndex()).cells()));
        } catch (UnusableInputException | IOException unreadable) {
            return Optional.empty();
        }
    }
}

package spine.io.dicom.internal.scan;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import spine.api.UnusableInputException;
import spine.common.digest.Sha256;
import spine.dicom.DicomCodec;
import spine.dicom.DicomElement;
import spine.dicom.Tag;
import spine.io.dicom.internal.header.ImageHeader;
import spine.io.dicom.internal.header.ImageSource;

/** Digests of the pixels of images, each computed once and only where it is asked for. For one scan and one thread. */
final class PixelDigests {
    private final DicomCodec codec;
    private final Map<ImageSource, Optional<String>> digests = new HashMap<>();

    PixelDigests(DicomCodec codec) {
        this.codec = codec;
    }

    /** Empty if the pixels cannot be read. */
    Optional<String> of(ImageHeader image) {
        return digests.computeIfAbsent(image.source(), this::read);
    }

    private Optional<String> read(ImageSource source) {
        try {
            return codec.read(source.file(), true).element(Tag.PixelData).map(DicomElement::bytes).map(Sha256::of);
        } catch (UnusableInputException | IOException unreadable) {
            return Optional.empty();
        }
    }
}

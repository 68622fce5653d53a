package spine.io.dicom.internal.scan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import spine.api.image.SlicePlane;

/**
 * What choosing needs to know of one file; nothing that identifies a patient.
 *
 * @param frames number of frames, 1 for an ordinary image
 * @param plane where it lies, empty if the header does not say
 * @param words series description, protocol and sequence name
 */
public record ImageHeader(Path file, String studyUid, String seriesUid, String instanceUid, String sopClassUid, String modality,
        String transferSyntax, int frames, int rows, int columns, Optional<SlicePlane> plane, String frameOfReferenceUid,
        List<String> imageType, List<String> words, MrParameters parameters, AcquisitionOrder order) {
    /** The enhanced, multi-frame classes have longer UIDs that begin with this one. */
    private static final String MR_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.4";

    boolean isMr() {
        return modality.equals("MR");
    }

    boolean isMultiFrame() {
        return frames > 1 || sopClassUid.startsWith(MR_IMAGE_STORAGE + ".");
    }

    boolean isOrdinaryMr() {
        return sopClassUid.equals(MR_IMAGE_STORAGE);
    }

    public boolean isDerived() {
        return imageType.contains("DERIVED") || imageType.contains("SECONDARY") || imageType.contains("MPR");
    }

    boolean isLocalizer() {
        return imageType.contains("LOCALIZER");
    }

    public String description() {
        return words.get(0);
    }
}

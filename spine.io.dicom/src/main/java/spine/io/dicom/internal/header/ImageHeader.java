package spine.io.dicom.internal.header;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import spine.api.image.SlicePlane;
import spine.dicom.SopClass;

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

    public boolean isMr() {
        return modality.equals("MR");
    }

    /** The UIDs of the enhanced, multi-frame classes continue the one of single images. */
    public boolean isMultiFrame() {
        return frames > 1 || sopClassUid.startsWith(SopClass.MR_IMAGE_STORAGE + ".");
    }

    public boolean isOrdinaryMr() {
        return sopClassUid.equals(SopClass.MR_IMAGE_STORAGE);
    }

    public boolean isDerived() {
        return imageType.contains("DERIVED") || imageType.contains("SECONDARY") || imageType.contains("MPR");
    }

    public boolean isLocalizer() {
        return imageType.contains("LOCALIZER");
    }

    public String description() {
        return words.get(0);
    }
}

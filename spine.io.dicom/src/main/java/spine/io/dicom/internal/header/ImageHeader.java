package spine.io.dicom.internal.header;

import java.util.List;
import java.util.Optional;
import spine.api.image.ImageReference;
import spine.api.image.SlicePlane;
import spine.dicom.DescriptionWords;
import spine.dicom.SopClass;
import spine.io.dicom.internal.orientation.StoredOrientation;

/**
 * What choosing needs to know of one image, that is of one file or one frame of it; nothing that identifies a patient.
 *
 * @param modality MR also where the file names none and its class says so
 * @param exam tells exams apart where no UID does: a digest of their date, time and numbers, empty if all of these are missing
 * @param obstacle why it cannot be read in any case, such as "it is compressed with HTJ2K"; empty if it can, as far as the header tells
 * @param rows of the upright image
 * @param columns of the upright image
 * @param plane where the upright image lies, empty if the header does not say
 * @param orientation in which its pixels are stored
 * @param imageType values of ImageType, for a frame of FrameType, in upper case
 * @param words series description, protocol and sequence name
 * @param rescaling of its stored values
 * @param concatenation of which the object is a part, if it is one
 * @param remarks what was guessed in reading it, to follow "of which"
 */
public record ImageHeader(ImageSource source, ImageUids uids, PatientKey patient, String exam, String modality,
        Optional<String> obstacle, int rows, int columns, Optional<SlicePlane> plane, StoredOrientation orientation,
        List<String> imageType, ImageComponent component, List<String> words, MrParameters parameters, Rescaling rescaling,
        AcquisitionOrder order, Optional<Concatenation> concatenation, List<String> remarks) {

    public boolean isMr() {
        return modality.equals("MR");
    }

    public boolean isSegmentation() {
        return uids.sopClass().equals(SopClass.SEGMENTATION_STORAGE);
    }

    public boolean isDerived() {
        return imageType.contains("DERIVED") || imageType.contains("SECONDARY") || imageType.contains("MPR");
    }

    public boolean isLocalizer() {
        return imageType.contains("LOCALIZER");
    }

    /** When it was taken, year to microsecond in digits; empty if unknown. */
    public String acquired() {
        return order.acquired();
    }

    /** Of the series, for people: the words in it that are known to describe images, not its free text. */
    public String description() {
        return DescriptionWords.of(words.get(0));
    }

    public Contrast contrast() {
        return ContrastRule.of(this);
    }

    /** What {@link spine.api.image.Slice#sopInstanceUid()} shall be, once the UIDs are valid. */
    public String identity() {
        return new ImageReference(uids.instance(), source.frame()).identity();
    }

    /** The same image under other UIDs. */
    public ImageHeader with(ImageUids other) {
        return new ImageHeader(source, other, patient, exam, modality, obstacle, rows, columns, plane, orientation, imageType,
                component, words, parameters, rescaling, order, concatenation, remarks);
    }
}

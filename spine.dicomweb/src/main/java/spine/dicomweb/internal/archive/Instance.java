package spine.dicomweb.internal.archive;

import java.nio.file.Path;
import java.util.Objects;
import spine.common.text.PlainText;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.TransferSyntax;

/**
 * An object that is kept.
 *
 * @param file where it lies
 * @param head those of its attributes that are asked for most, see {@link HeadAttribute}; not to be changed
 */
public record Instance(Path file, DicomObject head) {

    public Instance {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(head, "head");
    }

    public String study() {
        return head.text(Tag.StudyInstanceUID);
    }

    public String series() {
        return head.text(Tag.SeriesInstanceUID);
    }

    /** Its SOP instance UID. */
    public String uid() {
        return head.text(Tag.SOPInstanceUID);
    }

    public String sopClass() {
        return head.text(Tag.SOPClassUID);
    }

    /** What is wrong with the file, without its path: a sentence for a client. */
    public String words(Exception failure) {
        String reason = String.valueOf(failure.getMessage()).replace(file.toString(), "it").replaceFirst("^it ", "");
        return PlainText.excerpt("The object " + uid() + " cannot be given: it " + reason) + ".";
    }

    /** UID of the transfer syntax it is kept in; implicit little endian if the file does not say (PS3.10 7.1 demands that it does). */
    public String transferSyntax() {
        String syntax = head.text(Tag.TransferSyntaxUID);
        return syntax.isEmpty() ? TransferSyntax.IMPLICIT_LITTLE_ENDIAN : syntax;
    }
}

package spine.dicom.pixel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.UnusableInputException;

/** Service: images in files, whatever their transfer syntax. Safe for several threads. */
@ProviderType
public interface DicomImages {

    /**
     * Opens an image. Only its header is read.
     *
     * @throws UnusableInputException if the file is not DICOM or is damaged before its pixels, or has no pixels, or pixels in a form
     *         that is not decoded: then the message names the form
     */
    DicomImage open(Path file) throws UnusableInputException, IOException;

    /**
     * @param transferSyntax UID, empty if the file names none
     * @return the name of the syntax if nobody here decodes its pixels, such as "HTJ2K"; empty if somebody does
     */
    Optional<String> undecodable(String transferSyntax);
}

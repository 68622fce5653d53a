package spine.api.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.UnusableInputException;

/**
 * Puts bone-marrow oedema of known place and contrast into images: a test of models on the scanner the images come from, to which
 * {@link StudyEvaluation} compares the reports. Texture, shading and anatomy stay as they are. Safe for use by many threads.
 */
@ProviderType
public interface LesionInsertion {

    /**
     * Finds outlines of vertebral bodies: {@code truth.json} with masks, as {@link StudyEvaluation#evaluate} reads them.
     *
     * @param locations files and folders; those below a folder count
     * @return the files by StudyInstanceUID; those without an outlined body are left out
     * @throws UnusableInputException if one cannot be understood, or two are of one study
     * @throws IOException if a file cannot be read
     */
    Map<String, Path> outlines(List<Path> locations) throws UnusableInputException, IOException;

    /**
     * Writes the study anew with lesions in it: images in one folder per series, and the partial truth in the folder {@code truth}. All
     * UIDs are new and the patient is nobody; images without the times of STIR get them, so that they are scored. The same request gives
     * the same files.
     *
     * @param folder does not exist yet; appears complete or not at all
     * @return the lesions, in the order in which they were drawn
     * @throws UnusableInputException if no lesion finds a place, for instance because no body was found
     * @throws IOException if a file cannot be read or written
     */
    List<InsertedLesion> insert(InsertionRequest request, Path folder) throws UnusableInputException, IOException;
}

package spine.api.report;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;
import spine.api.image.LabelMap;
import spine.api.image.SliceStack;

/**
 * Extension point: writes masks of abnormal marrow that a report has no place for, such as what resembles oedema in the truth of a
 * synthetic study. {@link MaskReader} reads them back under the same labels.
 *
 * <p>Ranking: highest {@code service.ranking}, then lowest service id. Threads: called from several threads at once, for different files.
 */
@ConsumerType
public interface MaskWriter {

    /**
     * Writes the masks of one stack, one for each class but the background that occurs. The same masks give the same bytes.
     *
     * @param studyInstanceUid the study of the images
     * @param stack the images, which name their files
     * @param kind what the masks are of, one word in small letters: the series is named by it
     * @param masks on the grid of the stack; its classes become the labels
     * @param seriesNumber of the new series, above 0
     * @param file where to
     * @return false if all is background: then there is no file
     * @throws IOException if an image cannot be read or the file cannot be written
     */
    boolean write(String studyInstanceUid, SliceStack stack, String kind, LabelMap masks, int seriesNumber, Path file) throws IOException;
}

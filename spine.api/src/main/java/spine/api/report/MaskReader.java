package spine.api.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import spine.api.UnusableInputException;
import spine.api.image.SliceStack;

/**
 * Extension point: reads back the masks that a report writer or another tool left in a file.
 *
 * <p>Ranking: highest {@code service.ranking}, then lowest service id. Threads: called from several threads at once.
 */
@ConsumerType
public interface MaskReader {

    /**
     * Reads every frame of the file, in the order of the file.
     *
     * @return the frames, may be none; an image usually has no frame for a structure that it does not show
     * @throws UnusableInputException if the file holds no masks this reader understands; the sentence names it
     * @throws IOException if the file cannot be read
     */
    List<MaskFrame> read(Path file) throws UnusableInputException, IOException;

    /**
     * Reads every frame of the file, those of the images on the grid of the images. They differ where a {@link spine.api.image.StudyReader}
     * has turned the stored pixels and the file has masks of the stored ones.
     *
     * @param images as they were read
     * @return the frames in the order of the file; those of other images as {@link #read(Path)} gives them
     * @throws UnusableInputException if the file holds no masks this reader understands; the sentence names it
     * @throws IOException if the file, or one that the images were read from, cannot be read
     */
    default List<MaskFrame> read(Path file, List<SliceStack> images) throws UnusableInputException, IOException {
        return read(file);
    }
}

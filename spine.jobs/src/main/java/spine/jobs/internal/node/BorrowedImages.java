package spine.jobs.internal.node;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import spine.common.file.FileTree;

/**
 * The images of a job, as far as they lie elsewhere in a folder that is removed when this is closed.
 *
 * @param files in the order of the images; one that is not there any more does not exist
 * @param folder for whatever else belongs to the job for as long; made when it is needed
 */
public record BorrowedImages(List<Path> files, Path folder) implements Closeable {

    public BorrowedImages {
        files = List.copyOf(files);
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(folder)) {
            FileTree.delete(folder);
        }
    }
}

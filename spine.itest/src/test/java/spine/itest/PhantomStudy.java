package spine.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import spine.api.service.PhantomGenerator;

/**
 * A synthetic study of one test.
 *
 * @param work a new folder for all that the test writes
 * @param folder in it, with images and truth
 */
record PhantomStudy(Path work, Path folder) {

    static PhantomStudy write(BundleContext context, String test, long seed) throws Exception {
        Path work = Files.createTempDirectory(Path.of(System.getProperty("it.work")), test);
        Path folder = work.resolve("study");
        Services.get(context, PhantomGenerator.class).write(seed, folder);
        return new PhantomStudy(work, folder);
    }

    /** Without the truth, in the order of their paths. */
    List<Path> images() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> file.getParent().getFileName().toString().startsWith("series-"))
                    .sorted().toList();
        }
    }
}

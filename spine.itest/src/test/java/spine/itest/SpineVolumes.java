package spine.itest;

import static org.junit.Assume.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Real spine volumes that lie beside the checkout on some machines and are read in place. */
final class SpineVolumes {
    private static final String FOLDER = "shared/data/spine";

    private SpineVolumes() {
    }

    /** Skips the test, with a message, where the volume is absent. */
    static Path named(String file) {
        Optional<Path> volume = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(FOLDER).resolve(file)).filter(Files::exists).findFirst();
        assumeTrue("skipped: " + FOLDER + "/" + file + " does not lie beside the checkout", volume.isPresent());
        return volume.get();
    }
}

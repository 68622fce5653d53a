package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.Test;

/** A process installs what lies in the deploy folder of its home, and nothing that happens to lie where it is started. */
public class WorkingFolderIT {

    @Test
    public void onlyTheDeployFolderIsWatched() throws Exception {
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "working");
        Product product = new Product(work.resolve("home"));
        Files.writeString(Files.createDirectories(product.workingFolder().resolve("scans")).resolve("image.dcm"), "large");
        Path stray = RebuiltBundle.of("spine.model.bmo", "9.0.1", work);
        Files.move(stray, product.workingFolder().resolve(stray.getFileName()));

        Product.Outcome outcome = product.run("--quiet", "models");

        assertEquals(outcome.said(), 0, outcome.exitCode());
        assertFalse(outcome.said(), outcome.said().contains("9.0.1"));
        try (var files = Files.list(product.temporaryFolder())) {
            assertEquals("nothing is copied there, and nothing stays", List.of(), files.toList());
        }
    }
}

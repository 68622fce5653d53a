package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.Test;

/** The help of a command says what can be asked for. */
public class HelpIT {

    @Test
    public void scoreListsFormatsAndIndices() throws Exception {
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "help");
        Product.Outcome outcome = new Product(work.resolve("home")).run("score", "--help");
        assertEquals(outcome.said(), 0, outcome.exitCode());
        assertTrue(outcome.out(), outcome.out().contains("Formats: csv, gsps, html, json, nifti, sc, seg, sr, units"));
        assertTrue(outcome.out(), outcome.out().contains("Indices: sparcc"));
    }
}

package spine.itest;

import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Test;

/** The command that swaps models under load, once through every order of swapping; too short to judge how memory grows. */
public class SwapStressIT {

    @Test
    public void noStudyFailsAndNoReportMixesVersions() throws Exception {
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "stress");
        Product.Outcome outcome = new Product(work.resolve("home"), System.getProperty("it.stress")).run("stress", "swap", "--swaps", "1",
                "--minutes", "1", "--images", "2", "--warm-up", "0");
        assertTrue(outcome.said(), outcome.said().contains("failed 0, mixed-version reports 0"));
    }
}

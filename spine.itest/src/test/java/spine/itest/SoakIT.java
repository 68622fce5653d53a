package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.Test;

/** The soak by its command, with few events: that it runs, and that they hold. Only an hour of it says something of the platform. */
public class SoakIT {
    private static final long PATIENCE_MINUTES = 10;
    private static final Path SCRIPT = Path.of("..", "spine").toAbsolutePath().normalize();

    @Test
    public void aFewEventsHold() throws Exception {
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "soak");
        Path said = work.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString(), "stress", "soak", "--minutes", "0.05", "--studies", "1",
                "--seed", "180", "--out", work.resolve("out").toString()).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("SPINE_HOME", work.resolve("home").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process soak = builder.start();
        try {
            assertTrue("it does not end: " + Files.readString(said), soak.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES));
        } finally {
            soak.descendants().forEach(ProcessHandle::destroyForcibly);
            soak.destroyForcibly();
        }
        assertEquals(Files.readString(said), 0, soak.exitValue());
        assertTrue(Files.readString(said), Files.readString(said).endsWith("held\n"));
        assertTrue(Files.readString(work.resolve("out").resolve("events.log")).lines().count() >= 4);
    }
}

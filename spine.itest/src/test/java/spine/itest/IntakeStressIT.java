package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.Assume;
import org.junit.Before;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/** The stress of what comes in, by its command, with few studies; at length it is run by hand. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class IntakeStressIT {
    private static final long PATIENCE_MINUTES = 8;
    private static final Path SCRIPT = Path.of("..", "spine").toAbsolutePath().normalize();
    private static final Path WORK = Path.of(System.getProperty("it.work")).toAbsolutePath().resolve("intake");
    /** Made once for all tests. */
    private static final Path SYNTHETIC = WORK.resolve("synthetic");

    @Before
    public void lookForArchive() {
        Assume.assumeTrue("Orthanc is not installed, the stress of what comes in is skipped", Files.exists(Path.of("/usr/sbin/Orthanc")));
    }

    @Test
    public void killedProcessesAnArchiveThatIsAwayAndSwapsLoseNothing() throws Exception {
        String said = run("h2", "--studies", "6", "--senders", "2", "--kills", "2", "--archive-away", "1", "--swaps", "2");
        assertTrue(said, said.contains("kills 2\n") && said.contains("swaps 2\n") && said.contains("times the archive was away 1\n"));
    }

    @Test
    public void workersShareAQueueAndOneIsKilledForGood() throws Exception {
        Assume.assumeTrue("PostgreSQL is not installed, workers with one queue are skipped",
                Files.isDirectory(Path.of("/usr/lib/postgresql")));
        String said = run("postgresql", "--studies", "4", "--senders", "2", "--database", "postgresql", "--workers", "2");
        assertTrue(said, said.contains("workers killed for good 1\n"));
    }

    private static String run(String name, String... options) throws IOException, InterruptedException {
        Path out = Files.createTempDirectory(Files.createDirectories(WORK), name);
        if (Files.exists(SYNTHETIC)) {
            Files.move(SYNTHETIC, out.resolve("synthetic"));
        }
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString(), "stress", "intake", "--seed", "20", "--out", out.toString()));
        command.addAll(List.of(options));
        Path said = WORK.resolve(name + ".said");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("SPINE_HOME", WORK.resolve("home").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process stress = builder.start();
        try {
            assertTrue("it does not end: " + Files.readString(said), stress.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES));
        } finally {
            stress.descendants().forEach(ProcessHandle::destroyForcibly);
            stress.destroyForcibly();
        }
        assertEquals(Files.readString(said), 0, stress.exitValue());
        assertTrue(Files.readString(said), Files.readString(said).contains("\nheld: "));
        Files.move(out.resolve("synthetic"), SYNTHETIC);
        return Files.readString(said);
    }
}

package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.Before;
import org.junit.Test;

/** A batch is killed at a random moment, and the same command finishes it: nothing is lost, nothing twice, nothing scored again. */
public class KilledBatchIT {
    private static final int STUDIES = Integer.getInteger("it.studies", 3);
    private static final int KILLS = Integer.getInteger("it.kills", 2);

    private Path work;
    private Path studies;
    private Product product;

    @Before
    public void makeStudies() throws Exception {
        work = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "batch");
        studies = work.resolve("studies");
        product = new Product(work.resolve("home"));
        Product.Outcome made = product.run("--quiet", "phantom", "--out", studies.toString(), "--n", Integer.toString(STUDIES),
                "--seed", "41");
        assertEquals(made.said(), 0, made.exitCode());
    }

    @Test
    public void theSameCommandFinishesWhatWasKilled() throws Exception {
        Path whole = work.resolve("whole");
        long begun = System.nanoTime();
        Product.Outcome undisturbed = product.run(command(whole));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        assertEquals(undisturbed.said(), 0, undisturbed.exitCode());

        Random moments = new Random(1);
        for (int kill = 1; kill <= KILLS; kill++) {
            Path out = work.resolve("killed-" + kill);
            Process process = product.start(command(out));
            process.waitFor(moments.nextLong(millis), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            Map<String, String> finished = manifests(out);
            Product.Outcome again = product.run(command(out));
            assertEquals("kill " + kill + ": " + again.said(), 0, again.exitCode());
            assertTrue(again.said(), again.errors().contains(STUDIES + " studies: " + (STUDIES - finished.size()) + " done, "
                    + finished.size() + " kept, 0 refused, 0 failed"));
            finished.forEach((study, manifest) -> assertEquals("scored again: " + study, manifest, manifests(out).get(study)));
            assertEquals("kill " + kill, Files.readString(whole.resolve("scores.csv")), Files.readString(out.resolve("scores.csv")));
            assertEquals(STUDIES + 1, Files.readAllLines(out.resolve("studies.csv")).size());
            assertEquals("kill " + kill, names(whole), names(out));
        }
    }

    private String[] command(Path out) {
        return new String[] {"score", studies.toString(), "--out", out.toString()};
    }

    /** Each with the moment at which it was written. */
    private static Map<String, String> manifests(Path out) {
        Map<String, String> found = new TreeMap<>();
        if (Files.exists(out)) {
            try (Stream<Path> folders = Files.list(out)) {
                for (Path folder : folders.filter(path -> !path.getFileName().toString().startsWith(".")).toList()) {
                    Path manifest = folder.resolve("manifest.json");
                    if (Files.exists(manifest)) {
                        found.put(folder.getFileName().toString(), Files.readString(manifest) + Files.getLastModifiedTime(manifest));
                    }
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return found;
    }

    /** Of results, tables and what a killed process may have left. */
    private static List<String> names(Path out) throws IOException {
        try (Stream<Path> all = Files.list(out)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}

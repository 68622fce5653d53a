package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import org.junit.Test;

/** The process is killed while models are swapped through the deploy folder, and comes up again with a model that serves. */
public class KilledSwapIT {
    private static final int KILLS = 3;
    private static final long PATIENCE_MILLIS = 240_000;
    private static final String ROLE = "bmo";

    @Test
    public void eitherTheOldOrTheNewVersionServesAfterAKill() throws Exception {
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "killed");
        Product product = new Product(work.resolve("home"));
        Random moments = new Random(1);
        Path last = drop(product, work, 1);
        for (int kill = 0; kill < KILLS; kill++) {
            Process serving = product.start("serve");
            try {
                awaitServing(product, serving);
                for (int swap = 0; swap < 3; swap++) {
                    Path next = drop(product, work, 10 * (kill + 1) + swap);
                    Files.delete(last);
                    last = next;
                    Thread.sleep(300 + moments.nextInt(900));
                }
            } finally {
                serving.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
            }
            Product.Outcome outcome = product.run("--quiet", "--json", "models");
            assertEquals(outcome.said(), 0, outcome.exitCode());
            JsonNode models = new ObjectMapper().readTree(outcome.out()).path("models");
            List<String> serve = StreamSupport.stream(models.spliterator(), false)
                    .filter(model -> model.path("role").asText().equals(ROLE) && model.path("state").asText().equals("serving"))
                    .map(model -> model.path("version").asText()).toList();
            assertEquals("kill " + kill + ": " + outcome.said(), List.of(versionOf(last)), serve);
        }
    }

    private static void awaitServing(Product product, Process serving) throws Exception {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!product.log(serving).contains("spine.model.bmo 9.0.")) {
            assertTrue("the platform does not come up", serving.isAlive() && System.currentTimeMillis() < deadline);
            Thread.sleep(200);
        }
    }

    private static Path drop(Product product, Path work, int number) throws Exception {
        Path jar = RebuiltBundle.of("spine.model.bmo", "9.0." + number, work);
        return Files.move(jar, product.deploy().resolve(jar.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String versionOf(Path jar) {
        return jar.getFileName().toString().replaceAll(".*-(.*)\\.jar", "$1");
    }
}

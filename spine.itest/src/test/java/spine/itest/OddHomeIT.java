package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.Test;

/** A home in which other things lie where files belong that are read at the start. */
public class OddHomeIT {
    private static final long PATIENCE_SECONDS = 120;

    @Test
    public void pipesDevicesAndFoldersAreNamedAndKeepNothingFromStarting() throws Exception {
        Product product = new Product(Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "odd")
                .resolve("home"));
        Files.createDirectories(product.home().resolve("conf"));
        for (String made : List.of("mkfifo conf/spine.app.cfg", "ln -s /dev/zero conf/spine.sparcc.cfg", "mkdir conf/spine.deploy.cfg",
                "ln -s nowhere conf/spine.health.cfg", "mkfifo conf/trust.p12", "mkfifo conf/trust.password", "mkfifo models.json",
                "mkfifo deployments.json", "mkfifo audit.log", "mkfifo deploy/pipe.jar", "ln -s /dev/zero deploy/zeros.jar",
                "mkdir deploy/folder.jar")) {
            assertEquals(made, 0, new ProcessBuilder(made.split(" ")).directory(product.home().toFile()).start().waitFor());
        }
        Process process = product.start("models");
        assertTrue("it hangs: " + product.log(process), process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        Product.Outcome ended = product.outcome(process);
        assertEquals(ended.said(), 0, ended.exitCode());
        assertTrue(ended.said(), ended.out().contains("spine.model.bmo") && ended.out().contains("serving"));
        String log = product.log(process);
        for (String file : List.of("conf/spine.app.cfg", "conf/spine.sparcc.cfg", "conf/spine.deploy.cfg", "conf/spine.health.cfg",
                "models.json", "deploy/pipe.jar", "deploy/zeros.jar", "deploy/folder.jar")) {
            assertTrue(file + " in " + log, log.contains(product.home().resolve(file) + " "));
        }
        assertEquals(3, product.run("audit", "verify").exitCode());
    }
}

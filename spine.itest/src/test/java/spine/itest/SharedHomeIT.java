package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** A bundle is handed in beside a serving process of the same home, which takes the file; whoever handed it in is told the verdict. */
public class SharedHomeIT {
    /** Within which the serving process takes a file that nobody else has. */
    private static final long SETTLED_MILLIS = 30_000;
    private static final long PATIENCE_MILLIS = 240_000;
    private static final String MODEL = "spine.model.bmo";
    private static final int ATTEMPTS = 5;

    private Path work;
    private Product server;
    private Product client;
    private Process serving;

    @Before
    public void serve() throws Exception {
        work = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "shared");
        server = new Product(work.resolve("home"));
        client = server.beside("client");
        assertEquals(0, client.run("--quiet", "sign", "--new-key").exitCode());
        serving = server.start("serve");
        await("the platform", () -> server.log(serving).contains(MODEL + " "));
    }

    @After
    public void end() throws Exception {
        serving.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
    }

    @Test
    public void theVerdictOfTheServingProcessIsTold() throws Exception {
        String last = "";
        for (int attempt = 1; !log().contains(" is accepted: " + MODEL); attempt++) {
            assertTrue("the serving process is never the first", attempt <= ATTEMPTS);
            last = "9.0." + attempt;
            Path jar = RebuiltBundle.of(MODEL, last, work);
            client.run("--quiet", "sign", jar.toString());
            Product.Outcome outcome = deploy(jar);
            assertEquals(outcome.said(), 0, outcome.exitCode());
            assertTrue(outcome.said(), outcome.out().startsWith("accepted: " + MODEL + " " + last + ", signed by CN="));
        }
        String version = last;
        await("the model", () -> log().contains(MODEL + " " + version));
        await("its line", () -> audit().contains("\tinstalled\t" + MODEL + "-" + version + ".jar\t"));

        Path unsigned = RebuiltBundle.of(MODEL, "9.1.0", work);
        Product.Outcome refused = deploy(unsigned);
        assertEquals(refused.said(), 3, refused.exitCode());
        assertTrue(refused.said(), refused.errors().contains(unsigned + " is refused: It is not signed."));
        assertFalse(audit(), audit().contains("\taccepted\t" + unsigned.getFileName() + "\t"));
        assertEquals("one verdict on each", audit().lines().filter(line -> line.contains("\trefused\t")).count(), 1);
    }

    /** The client is held up as soon as the file lies there, so that the other process is the first to see it settled. */
    private Product.Outcome deploy(Path jar) throws Exception {
        Path handedIn = server.home().resolve("incoming").resolve(jar.getFileName());
        Process process = client.start("--quiet", "deploy", jar.toString());
        await("the file", () -> Files.exists(handedIn) || !process.isAlive());
        if (process.isAlive()) {
            signal(process, "-STOP");
            // In vain if the client was already checking the file when it was held up; then it was the first.
            isSoon(SETTLED_MILLIS, () -> Files.notExists(handedIn));
            signal(process, "-CONT");
        }
        assertTrue(process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        return client.outcome(process);
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("kill", name, Long.toString(process.pid())).inheritIO().start().waitFor());
    }

    private String log() throws IOException {
        return server.log(serving);
    }

    private String audit() throws IOException {
        return Files.readString(server.home().resolve("audit.log"));
    }

    private void await(String what, Callable<Boolean> condition) throws Exception {
        assertTrue("not there in time: " + what, isSoon(PATIENCE_MILLIS, condition));
    }

    /** Waits, as long as the serving process lives. */
    private boolean isSoon(long millis, Callable<Boolean> condition) throws Exception {
        long deadline = System.currentTimeMillis() + millis;
        while (!condition.call()) {
            if (!serving.isAlive() || System.currentTimeMillis() >= deadline) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }
}

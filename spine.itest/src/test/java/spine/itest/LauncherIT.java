package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.After;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;

/** The launcher script: commands that attach to the platform that serves their home, names with accents under any
 * locale, and Ctrl-C. */
public class LauncherIT {
    private static final long PATIENCE_MINUTES = 6;
    private static final Path SCRIPT = Path.of("..", "spine").toAbsolutePath().normalize();

    private Path work;
    private Path home;
    private Process serving;

    @Before
    public void folders() throws IOException {
        work = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "launcher");
        home = work.resolve("home");
    }

    @After
    public void end() throws InterruptedException {
        if (serving != null) {
            serving.descendants().forEach(ProcessHandle::destroyForcibly);
            serving.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        }
    }

    @Test
    public void commandsAttachToThePlatformThatServesTheirHome() throws Exception {
        Product.Outcome own = run("", "--quiet", "models");
        assertEquals(own.said(), 0, own.exitCode());
        assertEquals("No study is running or waiting.\n", run("", "jobs").out());
        Product.Outcome ownRefusal = run("", "models", "use", "liver@1.0.0");

        serving = builder(work.resolve("serve"), "serve").start();
        Path address = home.resolve("attach").resolve("address");
        for (long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES); !Files.exists(address);) {
            assertTrue("it does not serve", serving.isAlive() && System.nanoTime() < end);
            Thread.sleep(50);
        }
        Path storageOfASecondProcess = home.resolve("run").resolve("2");

        Product.Outcome models = run("", "--quiet", "models");
        assertEquals(models.said(), 0, models.exitCode());
        assertEquals(withoutTime(own.out()), withoutTime(models.out()));
        assertEquals("", models.errors());
        Product.Outcome refusal = run("", "models", "use", "liver@1.0.0");
        assertEquals(4, refusal.exitCode());
        assertEquals(ownRefusal, refusal);
        assertEquals("[ ]\n", run("", "jobs", "--json").out());
        Product.Outcome health = run("", "health", "live");
        // Commands attach before the last bundles have started; a platform that still starts says so, and is not broken.
        for (long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1); health.out().contains("TEMPORARILY_UNAVAILABLE")
                && System.nanoTime() < end;) {
            health = run("", "health", "live");
        }
        assertEquals(health.said(), 0, health.exitCode());
        assertTrue(health.said(), health.out().lines().findFirst().orElse("").matches("bundles +OK .*"));
        assertTrue(run("", "jobs", "--help").out().startsWith("Usage: spine jobs"));
        assertEquals(2, run("", "jobs", "--nonsense").exitCode());

        Product.Outcome shell = run("spine:jobs\nlb -s\nnonsense\nspine:use\nspine:use --force\nspine:phantom x seven\nmodels all\n"
                + "spine:deploy gone.jar\nexit 0\nspine:jobs\n", "shell");
        assertEquals(shell.said(), 3, shell.exitCode());
        assertEquals(2, run("spine:jobs\nspine:use\n", "shell").exitCode());
        assertEquals(0, run("spine:jobs\n", "shell").exitCode());
        List<String> lines = shell.out().lines().toList();
        assertEquals("No study is running or waiting.", lines.get(0));
        assertTrue(shell.out(), shell.out().contains("spine.runtime"));
        assertEquals(shell.out(), List.of("Usage: spine:use ID@VERSION, or ID@newest", "Usage: spine:use ID@VERSION, or ID@newest",
                "Usage: spine:phantom OUT SEED, where SEED is a number", "Usage: spine:models"),
                lines.stream().filter(line -> line.startsWith("Usage:")).toList());
        assertTrue(shell.out(), lines.get(lines.size() - 1).contains("gone.jar"));
        assertTrue(shell.errors(), shell.errors().contains("There is no console command nonsense; "));
        assertFalse(shell.said(), shell.said().contains("Exception"));
        assertTrue("exit ends the session alone", serving.isAlive());
        assertFalse("a command has started a platform of its own", Files.exists(storageOfASecondProcess));

        serving.descendants().forEach(ProcessHandle::destroyForcibly);
        serving.destroyForcibly();
        assertTrue(serving.waitFor(1, TimeUnit.MINUTES));
        Product.Outcome alone = run("", "models");
        assertEquals(alone.said(), 0, alone.exitCode());
        assertEquals(withoutTime(own.out()), withoutTime(alone.out()));
        assertEquals("The platform that served here has ended unexpectedly; this command starts one of its own.\n", alone.errors());
        assertEquals("", run("", "models").errors());
    }

    /** As under cron and systemd, which set no locale. */
    @Test
    public void namesWithAccentsNeedNoLocale() throws Exception {
        Assume.assumeTrue("this test itself runs without UTF-8", System.getProperty("sun.jnu.encoding").equals("UTF-8"));
        home = work.resolve("h\u00e4uslich und \u00e9tranger");
        ProcessBuilder phantom = builder(work.resolve("phantom"), "phantom", "--out", "K\u00f6pfe und R\u00fccken");
        phantom.environment().put("LC_ALL", "C");
        Product.Outcome written = outcome(phantom.start(), work.resolve("phantom"));
        assertEquals(written.said(), 0, written.exitCode());
        assertEquals("K\u00f6pfe und R\u00fccken/phantom-1\n", written.out());
        assertTrue(Files.exists(work.resolve("K\u00f6pfe und R\u00fccken/phantom-1/truth/truth.json")));

        ProcessBuilder score = builder(work.resolve("score"), "--quiet", "score", "K\u00f6pfe", "--out", "\u00dcbung");
        score.environment().keySet().removeIf(name -> name.equals("LANG") || name.startsWith("LC_"));
        Product.Outcome refused = outcome(score.start(), work.resolve("score"));
        assertEquals(refused.said(), 3, refused.exitCode());
        assertEquals("spine: K\u00f6pfe does not exist.\n", refused.errors());
    }

    @Test
    public void anInterruptedCommandLeavesNothing() throws Exception {
        Path out = work.resolve("studies");
        Path said = work.resolve("phantom");
        ProcessBuilder command = builder(said, "phantom", "--out", out.toString(), "--n", "50");
        // What runs in the background hands on that it ignores the signal.
        command.command().addAll(0, List.of("env", "--default-signal=INT"));
        Process phantom = command.start();
        for (long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES); !Files.exists(out);) {
            assertTrue("it does not begin", phantom.isAlive() && System.nanoTime() < end);
            Thread.sleep(50);
        }
        assertEquals(0, new ProcessBuilder("kill", "-INT", Long.toString(phantom.pid())).start().waitFor());
        Product.Outcome outcome = outcome(phantom, said);
        assertEquals(128 + 2, outcome.exitCode());
        assertEquals("spine: cancelled.\n", outcome.errors());
        assertFalse(Files.exists(out));
    }

    private Product.Outcome run(String input, String... arguments) throws IOException, InterruptedException {
        Path said = work.resolve("command");
        Files.writeString(work.resolve("input"), input);
        return outcome(builder(said, arguments).redirectInput(work.resolve("input").toFile()).start(), said);
    }

    private ProcessBuilder builder(Path said, String... arguments) {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile()).redirectOutput(out(said).toFile()).redirectError(errors(said).toFile());
        builder.environment().put("SPINE_HOME", home.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private static Product.Outcome outcome(Process process, Path said) throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("the command does not end");
        }
        return new Product.Outcome(Files.readString(out(said)), Files.readString(errors(said)), process.exitValue());
    }

    private static Path out(Path said) {
        return said.resolveSibling(said.getFileName() + ".out");
    }

    private static Path errors(Path said) {
        return said.resolveSibling(said.getFileName() + ".err");
    }

    private static String withoutTime(String models) {
        return models.replaceAll("started in \\d+ ms", "started");
    }
}

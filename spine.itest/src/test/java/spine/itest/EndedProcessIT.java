package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

/** Parts that end the process, or keep it from its end. */
public class EndedProcessIT {
    private static final int SIGTERM = 143;
    private static final long END_SECONDS = 10;

    private static Path study;

    private Path work;
    private Product product;

    @BeforeClass
    public static void makeStudy() throws Exception {
        Path folder = folder();
        study = folder.resolve("study");
        Product.Outcome made = new Product(folder.resolve("home")).run("--quiet", "phantom", "--out", study.toString(), "--n", "1",
                "--seed", "5");
        assertEquals(made.said(), 0, made.exitCode());
    }

    @Before
    public void makeHome() throws IOException {
        work = folder();
        product = new Product(work.resolve("home"));
    }

    @Test
    public void aPartThatEndsTheProcessIsNamedAndTheCodeSaysThatNotAllIsDone() throws Exception {
        SmallBundle.withIndex("exits", ExitingIndex.class, "", TrialIndex.class).drop(product.deploy());
        // A name like those of the platform's bundles makes no difference.
        SmallBundle.withIndex("halts", HaltingIndex.class, "", TrialIndex.class).named("spine.halts").drop(product.deploy());
        for (Class<?> index : List.of(ExitingIndex.class, HaltingIndex.class)) {
            Path out = work.resolve("out");
            Product.Outcome ended = product.run(score(index == ExitingIndex.class ? "exits" : "halts", out));
            assertEquals(ended.said(), 1, ended.exitCode());
            assertTrue(ended.said(), ended.errors().contains("The code " + index.getName() + " ended the process"));
            assertNothingLeft(out);
        }
    }

    @Test
    public void aPartThatInterruptsEveryThreadCostsNoMoreThanItsScore() throws Exception {
        SmallBundle.withIndex("interrupts", InterruptingIndex.class, "", TrialIndex.class).drop(product.deploy());
        Path out = work.resolve("out");
        Product.Outcome ended = product.run("score", study.toString(), "--out", out.toString(), "--index", "interrupts,sparcc");
        assertEquals(ended.said(), 0, ended.exitCode());
        assertEquals("a header, and a line for each", 3, Files.readAllLines(out.resolve("scores.csv")).size());
    }

    @Test
    public void sigtermEndsWhatHangsInAStudyAndWhatDoesNotStop() throws Exception {
        SmallBundle.withIndex("deaf", DeafIndex.class, "deactivate", TrialIndex.class, HangingActivator.Forever.class)
                .drop(product.deploy());
        Path out = work.resolve("out");
        Process process = product.start(score("deaf", out));
        for (int i = 0; i < 1200 && !Files.exists(product.home().resolve(DeafIndex.ASKED)); i++) {
            Thread.sleep(100);
        }
        assertTrue("the index was not asked", Files.exists(product.home().resolve(DeafIndex.ASKED)));
        process.destroy();
        assertTrue("it goes on", process.waitFor(END_SECONDS, TimeUnit.SECONDS));
        assertEquals(SIGTERM, product.outcome(process).exitCode());
        assertNothingLeft(out);
    }

    private String[] score(String index, Path out) {
        return new String[] {"score", study.toString(), "--out", out.toString(), "--index", index};
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "ended");
    }

    private static void assertNothingLeft(Path out) throws IOException {
        if (Files.exists(out)) {
            try (Stream<Path> files = Files.list(out)) {
                assertFalse(files.anyMatch(file -> !file.getFileName().toString().equals(".spine.lock")));
            }
        }
    }
}

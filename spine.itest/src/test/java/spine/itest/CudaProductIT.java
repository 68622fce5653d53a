package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.Assume;
import org.junit.Test;

/** With the profile {@code cuda}: what a user of its run set sees without a device, and that its scores are those of the delivered one. */
public class CudaProductIT {

    @Test
    public void theListSaysWhyTheProcessorServesAndScoresAreTheSame() throws Exception {
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "cudaproduct");
        Product delivered = new Product(work.resolve("delivered"));
        Product cuda = new Product(work.resolve("cuda"), System.getProperty("it.cuda"));

        Product.Outcome list = cuda.run("--quiet", "models");
        assertEquals(list.said(), 0, list.exitCode());
        Assume.assumeFalse("there is a device", list.out().contains("CUDA 11.6)"));
        assertEquals(list.out(), 1, list.out().lines().filter(line -> line.contains("CUDA is not used: ")).count());
        assertTrue(list.out(), list.out().contains("(CPU, oneDNN)"));

        String study = work.resolve("study").toString();
        assertEquals(0, delivered.run("--quiet", "phantom", "--out", study, "--n", "1", "--seed", "5").exitCode());
        assertEquals(scores(delivered, study, work.resolve("a")), scores(cuda, study, work.resolve("b")));
    }

    private static String scores(Product product, String study, Path out) throws Exception {
        Product.Outcome outcome = product.run("--quiet", "score", study, "--out", out.toString(), "--format", "csv");
        assertEquals(outcome.said(), 0, outcome.exitCode());
        return Files.readString(out.resolve("scores.csv"));
    }
}

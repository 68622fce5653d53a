package spine.unet.training.internal.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.training.StartUse;
import spine.api.training.TrainingPlan;
import spine.unet.Nd4jEngines;
import spine.unet.preprocessing.InputRecipe;
import spine.unet.training.internal.sampling.CropSettings;

/** A training whose process is killed goes on from its last checkpoint, with the same result as an uninterrupted one. */
class KilledTrainingTest {
    private static final TrainingSettings TINY = new TrainingSettings(InputRecipe.DEFAULT, DiscCases.CLASSES, new double[] {1, 2},
            new CropSettings(2, 16, 16, 0.7, true, 0.2), 2, 5e-3, 5, 4, 0.3);
    private static final int STEPS = 12;
    private static final String FATAL_STEP = "training step 8 ";

    @TempDir
    private Path folder;

    /** The process that is killed: trains in the folder and prints where it is. */
    public static void main(String[] arguments) throws Exception {
        train(Path.of(arguments[0]), (step, done) -> System.out.println(step));
    }

    @Test
    void aKilledTrainingEndsInTheSameBytes() throws Exception {
        Path killed = folder.resolve("killed");
        killInTheMiddle(killed);
        assertTrue(Files.exists(killed.resolve("checkpoint-5.zip")));
        assertFalse(Files.exists(killed.resolve("checkpoint-10.zip")));
        train(killed, Progress.SILENT);
        Path straight = folder.resolve("straight");
        train(straight, Progress.SILENT);
        assertArrayEquals(Files.readAllBytes(straight.resolve("model/weights.zip")),
                Files.readAllBytes(killed.resolve("model/weights.zip")));
        assertEquals(Files.readString(straight.resolve("model/card.json")), Files.readString(killed.resolve("model/card.json")));
        assertEquals(withoutSeconds(straight), withoutSeconds(killed));
        assertTrue(Files.readString(killed.resolve("curves.svg")).contains("step 12: loss "));
    }

    private static void killInTheMiddle(Path work) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-Dorg.eclipse.deeplearning4j.helpers.disable=false", "-cp", System.getProperty("java.class.path"),
                KilledTrainingTest.class.getName(), work.toString()).redirectErrorStream(true).start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && !line.startsWith(FATAL_STEP)) {
                said.append(line).append('\n');
                line = out.readLine();
            }
            process.destroyForcibly();
            assertTrue(line != null, () -> "the training ended by itself:\n" + said);
        }
        process.waitFor();
    }

    private static void train(Path work, Progress progress) throws Exception {
        new UNetTrainer(Nd4jEngines.parallel(2), TINY).train(
                new TrainingPlan("bmo", STEPS, 1, Optional.empty(), StartUse.WEIGHTS, work), new DiscCases(3, 32), progress,
                new Cancellation());
    }

    private static List<String> withoutSeconds(Path work) throws IOException {
        return Files.readAllLines(work.resolve("log.csv")).stream().map(line -> line.replaceFirst(",[^,]*,", ",")).toList();
    }
}

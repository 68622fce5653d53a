package spine.unet.training.internal.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.image.ClassProbabilities;
import spine.api.image.LabelMap;
import spine.api.model.ModelCard;
import spine.api.training.AnnotatedStack;
import spine.api.training.StartUse;
import spine.api.training.TrainingPlan;
import spine.tck.sample.SyntheticStacks;
import spine.unet.Nd4jEngines;
import spine.unet.model.ModelCardJson;
import spine.unet.model.SegmentationContext;
import spine.unet.model.UNetSegmentationModel;
import spine.unet.preprocessing.InputRecipe;
import spine.unet.training.internal.sampling.CropSettings;
import spine.unet.weights.WeightsFile;

class UNetTrainerTest {
    private static final TrainingSettings SMALL = new TrainingSettings(InputRecipe.DEFAULT, DiscCases.CLASSES, new double[] {1, 2},
            new CropSettings(4, 32, 32, 0.7, true, 0.2), 4, 5e-3, 10, 6, 0.2);

    @TempDir
    static Path taught;

    private static Path model;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() throws Exception {
        model = train(60, Optional.empty(), taught);
    }

    @Test
    void learnsASmallTaskAndItsModelSegments() throws Exception {
        List<String> log = Files.readAllLines(taught.resolve("log.csv"));
        assertEquals(7, log.size());
        assertTrue(column(log, 6, 3) < 0.8 * column(log, 1, 3), String.join("\n", log));
        ModelCard card = card(model);
        assertEquals(DiscCases.CLASSES, card.classes());
        AnnotatedStack unseen = SyntheticStacks.discs(99, 3, 70, 61, 0.8, DiscCases.CLASSES);
        try (var weights = Files.newInputStream(model.resolve("weights.zip"));
                UNetSegmentationModel loaded = UNetSegmentationModel.load(card, weights, Nd4jEngines.parallel(2),
                        SegmentationContext.of(Runnable::run, false))) {
            LabelMap found = loaded.segment(unseen.stack(), Progress.SILENT, new Cancellation()).mostProbable();
            assertTrue(dice(found, unseen.truth()) > 0.8, "Dice " + dice(found, unseen.truth()) + "\n" + String.join("\n", log));
        }
    }

    @Test
    void startsFromTheWeightsOfAnotherModel() throws Exception {
        Path pupil = folder.resolve("pupil");
        train(2, Optional.of(model.resolve("weights.zip")), pupil);
        Path novice = folder.resolve("novice");
        train(2, Optional.empty(), novice);
        assertTrue(Double.parseDouble(lastDice(pupil)) > 0.3 + Double.parseDouble(lastDice(novice)),
                lastDice(pupil) + " is no head start on " + lastDice(novice));
    }

    @Test
    void anEnsembleKeepsTheNetworkItStartsFrom() throws Exception {
        Path start = model.resolve("weights.zip");
        Path both = train(2, Optional.of(start), StartUse.ENSEMBLE, folder.resolve("both"));
        Path alone = train(2, Optional.of(start), folder.resolve("alone"));
        List<byte[]> networks = WeightsFile.networks(Files.readAllBytes(both.resolve("weights.zip")));
        assertEquals(2, networks.size());
        assertArrayEquals(Files.readAllBytes(start), networks.get(0));
        assertArrayEquals(Files.readAllBytes(alone.resolve("weights.zip")), networks.get(1));
    }

    @Test
    void theCardNamesTheTrainingDataOfTheWeightsItStartsFrom() throws Exception {
        Path known = train(2, Optional.of(model.resolve("weights.zip")), folder.resolve("known"));
        assertEquals("bright discs; started from weights trained on bright discs", card(known).trainingData());
        Path foreign = Files.copy(model.resolve("weights.zip"), folder.resolve("weights.zip"));
        Path ensemble = train(2, Optional.of(foreign), StartUse.ENSEMBLE, folder.resolve("unknown"));
        assertEquals("bright discs; in an ensemble with 1 network trained on unknown data (weights " + card(model).weightsSha256() + ")",
                card(ensemble).trainingData());
    }

    /** Its answers are those of the network that it starts from, so at first there is nothing to learn: the truth would teach more. */
    @Test
    void whatTeachersAnswerIsLearntInPlaceOfTheTruth() throws Exception {
        Path start = model.resolve("weights.zip");
        Path pupil = train(20, Optional.of(start), StartUse.TEACHER, folder.resolve("pupil"));
        assertEquals(1, WeightsFile.networks(Files.readAllBytes(pupil.resolve("weights.zip"))).size());
        assertEquals("bright discs; taught by 1 network trained on bright discs", card(pupil).trainingData());
        AnnotatedStack unseen = SyntheticStacks.discs(99, 3, 70, 61, 0.8, DiscCases.CLASSES);
        double taught = difference(foreground(model, unseen), foreground(pupil, unseen));
        Path trained = train(20, Optional.of(start), folder.resolve("trained"));
        double untaught = difference(foreground(model, unseen), foreground(trained, unseen));
        assertTrue(taught < 0.1 && taught < untaught / 2, taught + " from the teacher, without it " + untaught);
    }

    @Test
    void weightsOfUnknownInputCannotTeach() throws Exception {
        Path foreign = Files.copy(model.resolve("weights.zip"), folder.resolve("weights.zip"));
        String refusal = assertThrows(UnusableInputException.class,
                () -> train(2, Optional.of(foreign), StartUse.TEACHER, folder.resolve("work"))).getMessage();
        assertTrue(refusal.contains("cannot teach: no card.json beside them"), refusal);
    }

    /** By slice, 255 for probability 1. */
    private static byte[][] foreground(Path model, AnnotatedStack unseen) throws IOException {
        try (var weights = Files.newInputStream(model.resolve("weights.zip"));
                UNetSegmentationModel loaded = UNetSegmentationModel.load(card(model), weights, Nd4jEngines.parallel(2),
                        SegmentationContext.of(Runnable::run, false))) {
            ClassProbabilities found = loaded.segment(unseen.stack(), Progress.SILENT, new Cancellation());
            return IntStream.range(0, found.slices()).mapToObj(slice -> found.map(1, slice)).toArray(byte[][]::new);
        }
    }

    /** Mean over the pixels, 0..1. */
    private static double difference(byte[][] one, byte[][] other) {
        double sum = 0;
        int pixels = 0;
        for (int slice = 0; slice < one.length; slice++) {
            for (int i = 0; i < one[slice].length; i++, pixels++) {
                sum += Math.abs((one[slice][i] & 0xff) - (other[slice][i] & 0xff)) / 255.0;
            }
        }
        return sum / pixels;
    }

    private static ModelCard card(Path model) throws IOException {
        return ModelCardJson.read(new ByteArrayInputStream(Files.readAllBytes(model.resolve("card.json"))));
    }

    @Test
    void namesAStartThatHoldsNoWeights() throws Exception {
        Path start = Files.writeString(folder.resolve("start.zip"), "no weights");
        String refusal = assertThrows(UnusableInputException.class, () -> train(2, Optional.of(start), folder.resolve("work")))
                .getMessage();
        assertTrue(refusal.startsWith(start + " holds no weights"), refusal);
    }

    /** The Dice of the start is that of the network that training began from, measured on the same crops. */
    @Test
    void tellsTheStartAndEachValidation() throws Exception {
        List<String> notes = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void at(String step, double done) {
            }

            @Override
            public void note(String sentence) {
                notes.add(sentence);
            }
        };
        train(12, Optional.of(model.resolve("weights.zip")), StartUse.WEIGHTS, folder, progress);
        assertEquals(3, notes.size(), notes.toString());
        String start = notes.get(0).replace("start, before the first step: Dice " + DiscCases.CLASSES.get(1) + " ", "");
        assertEquals(Double.parseDouble(bestDice(taught)), Double.parseDouble(start), 5e-4);
        assertTrue(notes.get(1).matches("step 10 of 12: loss 0\\.\\d{4}, Dice .* 0\\.\\d{3}; best so far 0\\.\\d{3}"), notes.get(1));
        assertTrue(notes.get(2).startsWith("step 12 of 12: "), notes.get(2));
    }

    @Test
    void refusesAFolderOfAnotherPlan() throws Exception {
        train(2, Optional.empty(), folder);
        assertThrows(IllegalArgumentException.class, () -> train(3, Optional.empty(), folder));
    }

    private static Path train(int steps, Optional<Path> start, Path work) throws Exception {
        return train(steps, start, StartUse.WEIGHTS, work);
    }

    private static Path train(int steps, Optional<Path> start, StartUse use, Path work) throws Exception {
        return train(steps, start, use, work, Progress.SILENT);
    }

    private static Path train(int steps, Optional<Path> start, StartUse use, Path work, Progress progress) throws Exception {
        return new UNetTrainer(Nd4jEngines.parallel(2), SMALL).train(new TrainingPlan("bmo", steps, 1, start, use, work),
                new DiscCases(6, 48), progress, new Cancellation());
    }

    private static String bestDice(Path work) throws Exception {
        return Files.readAllLines(work.resolve("log.csv")).stream().skip(1).map(line -> line.split(",")[4]).max(String::compareTo).get();
    }

    private static String lastDice(Path work) throws Exception {
        List<String> log = Files.readAllLines(work.resolve("log.csv"));
        return log.get(log.size() - 1).split(",")[4];
    }

    private static double column(List<String> log, int line, int column) {
        return Double.parseDouble(log.get(line).split(",")[column]);
    }

    private static double dice(LabelMap found, LabelMap truth) {
        int both = 0;
        int either = 0;
        for (int s = 0; s < truth.labels().length; s++) {
            for (int i = 0; i < truth.labels()[s].length; i++) {
                either += found.labels()[s][i] + truth.labels()[s][i];
                both += found.labels()[s][i] * truth.labels()[s][i];
            }
        }
        return 2.0 * both / either;
    }
}

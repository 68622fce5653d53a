package spine.unet.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.PixelBox;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.StackRegion;
import spine.api.model.FindingRule;
import spine.api.model.ChangeRule;
import spine.api.model.IntervalRule;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.common.digest.Sha256;
import spine.nd4j.internal.plan.NativeWeights;
import spine.nd4j.internal.plan.UNetPlan;
import spine.tck.sample.SyntheticStacks;
import spine.unet.AttentionUNet;
import spine.unet.GraphParameters;
import spine.unet.Nd4jEngines;
import spine.unet.RandomNets;
import spine.unet.engine.InferenceSession;
import spine.unet.internal.inference.SliceInference;
import spine.unet.internal.inference.SlicePart;
import spine.unet.network.UNetConfiguration;
import spine.unet.network.UNetParameters;
import spine.unet.preprocessing.InputRecipe;
import spine.unet.preprocessing.PreparedStack;
import spine.unet.preprocessing.SliceChannels;
import spine.unet.weights.NetworkFile;
import spine.unet.weights.WeightsFile;

class UNetSegmentationModelTest {
    private static final Executor THREADS = task -> new Thread(task).start();

    private static byte[] weights(int classes) throws IOException {
        return network(new UNetConfiguration(3, 2, classes));
    }

    private static byte[] network(UNetConfiguration size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AttentionUNet.save(RandomNets.shaken(size), out, false);
        return out.toByteArray();
    }

    private static ModelCard card(byte[] weights) {
        return card(weights, InputRecipe.DEFAULT);
    }

    private static ModelCard card(byte[] weights, InputRecipe recipe) {
        return new ModelCard("spine.model.bmo", "1.0.0", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES, recipe.toMap(),
                0.5, "none", Map.of(), "test", Sha256.of(weights));
    }

    private static UNetSegmentationModel load(int threads) throws IOException {
        return load(threads, false);
    }

    private static UNetSegmentationModel load(int threads, boolean averaging) throws IOException {
        byte[] weights = weights(2);
        return UNetSegmentationModel.load(card(weights), new ByteArrayInputStream(weights), Nd4jEngines.parallel(threads),
                SegmentationContext.of(THREADS, averaging));
    }

    private static SliceStack stack() {
        return SyntheticStacks.discs(1, 5, 90, 70, 0.9, ModelRole.OEDEMA_CLASSES).stack();
    }

    @Test
    void answersTheSameWithAnyNumberOfThreads() throws IOException {
        try (UNetSegmentationModel one = load(1); UNetSegmentationModel three = load(3)) {
            ClassProbabilities a = one.segment(stack(), Progress.SILENT, new Cancellation());
            three.segment(SyntheticStacks.discs(2, 2, 40, 50, 1.1, ModelRole.OEDEMA_CLASSES).stack(), Progress.SILENT, new Cancellation());
            ClassProbabilities b = three.segment(stack(), Progress.SILENT, new Cancellation());
            assertEquals(5, a.slices());
            for (int slice = 0; slice < 5; slice++) {
                assertEquals(90 * 70, a.map(1, slice).length);
                assertArrayEquals(a.map(1, slice), b.map(1, slice));
                assertEquals(1, a.at(0, slice, 17) + a.at(1, slice, 17), 0.01);
            }
        }
    }

    @Test
    void averagingDoesNotTellLeftFromRight() throws IOException {
        SliceStack stack = stack();
        List<Slice> mirrored = new ArrayList<>(stack.slices());
        for (int i = 0; i < mirrored.size(); i++) {
            Slice place = stack.slices().get(i);
            mirrored.set(i, new Slice(place.sopInstanceUid(), place.sopClassUid(), place.plane(), place.rows(), place.columns(),
                    stack.slices().get(mirrored.size() - 1 - i).pixels(), Optional.empty()));
        }
        SliceStack other = new SliceStack(stack.seriesInstanceUid(), stack.frameOfReferenceUid(), stack.description(),
                stack.acquisition(), mirrored);
        try (UNetSegmentationModel plain = load(1); UNetSegmentationModel averaging = load(1, true)) {
            byte[] second = averaging.segment(stack, Progress.SILENT, new Cancellation()).map(1, 1);
            assertArrayEquals(second, averaging.segment(other, Progress.SILENT, new Cancellation()).map(1, 3));
            assertFalse(Arrays.equals(plain.segment(stack, Progress.SILENT, new Cancellation()).map(1, 1),
                    plain.segment(other, Progress.SILENT, new Cancellation()).map(1, 3)));
        }
    }

    @Test
    void tilesJoinWithoutASeam() throws IOException {
        byte[] file = weights(2);
        UNetParameters parameters = NetworkFile.read(file);
        PreparedStack prepared = InputRecipe.DEFAULT.prepare(
                SyntheticStacks.discs(1, 1, 400, 100, 1.0, ModelRole.OEDEMA_CLASSES).stack());
        PixelBox all = new PixelBox(0, 0, prepared.rows(), prepared.columns());
        SliceInference whole = new SliceInference(prepared, SliceChannels.NEIGHBOURS, 2, false, 768, 512);
        SliceInference tiled = new SliceInference(prepared, SliceChannels.NEIGHBOURS, 2, false, 256, 512);
        List<SlicePart> slice = List.of(new SlicePart(0, all));
        try (InferenceSession network = Nd4jEngines.parallel(1).open(parameters, 1)) {
            float[] a = whole.run(network, slice).get(0).planes()[1];
            float[] b = tiled.run(network, slice).get(0).planes()[1];
            double difference = 0;
            for (int i = 0; i < a.length; i++) {
                difference += Math.abs(a[i] - b[i]) / a.length;
            }
            assertTrue(difference < 0.01, "mean difference " + difference);
        }
    }

    @Test
    void theWholeStackIsARegionLikeAnother() throws IOException {
        try (UNetSegmentationModel model = load(2)) {
            ClassProbabilities whole = model.segment(stack(), Progress.SILENT, new Cancellation());
            ClassProbabilities region = model.segment(stack(), StackRegion.whole(stack()), Progress.SILENT, new Cancellation());
            for (int slice = 0; slice < whole.slices(); slice++) {
                assertArrayEquals(whole.map(0, slice), region.map(0, slice));
                assertArrayEquals(whole.map(1, slice), region.map(1, slice));
            }
        }
    }

    /** Of random weights, whose view is as wide as that of trained ones, but not as centred. */
    @Test
    void inARegionTheAnswerIsThatOfTheWholeStackAndElsewhereBackground() throws IOException {
        byte[] file = weights(2);
        SliceStack stack = SyntheticStacks.discs(1, 5, 300, 240, 0.9, ModelRole.OEDEMA_CLASSES).stack();
        PixelBox box = new PixelBox(110, 90, 60, 40);
        StackRegion region = new StackRegion(List.of(PixelBox.NONE, PixelBox.NONE, PixelBox.NONE, box, PixelBox.NONE));
        try (UNetSegmentationModel model = UNetSegmentationModel.load(card(file, InputRecipe.of(SliceChannels.NEIGHBOURS, 0.3)),
                new ByteArrayInputStream(file), Nd4jEngines.parallel(2), SegmentationContext.of(THREADS, false))) {
            ClassProbabilities whole = model.segment(stack, Progress.SILENT, new Cancellation());
            ClassProbabilities part = model.segment(stack, region, Progress.SILENT, new Cancellation());
            double difference = 0;
            double spread = 0;
            for (int row = 0; row < stack.rows(); row++) {
                for (int column = 0; column < stack.columns(); column++) {
                    int pixel = row * stack.columns() + column;
                    if (box.contains(row, column)) {
                        difference += Math.abs(part.at(1, 3, pixel) - whole.at(1, 3, pixel)) / (box.rows() * box.columns());
                        spread += Math.abs(whole.at(1, 3, pixel) - whole.at(1, 3, pixel - 1)) / (box.rows() * box.columns());
                    }
                    assertEquals(1, part.at(0, 0, pixel), "two slices away");
                    assertEquals(0, part.at(1, 0, pixel), "two slices away");
                }
            }
            assertTrue(difference < 0.01 && difference < 2 * spread, "mean difference " + difference + ", of neighbours " + spread);
            assertEquals(1, part.at(0, 3, 0), "far from the box");
        }
    }

    @Test
    void nothingIsAskedOfANetworkWhereNothingIsWanted() throws IOException {
        List<String> heard = new ArrayList<>();
        try (UNetSegmentationModel model = load(1)) {
            ClassProbabilities none = model.segment(stack(), new StackRegion(Collections.nCopies(5, PixelBox.NONE)),
                    (step, done) -> heard.add(step), new Cancellation());
            assertEquals(1, none.at(0, 4, 17));
            assertEquals(List.of("preparing bmo", "segmenting bmo"), heard.stream().distinct().toList());
        }
    }

    @Test
    void anEnsembleAnswersWithTheMeanOfItsNetworks() throws IOException {
        byte[] first = weights(2);
        byte[] second = network(new UNetConfiguration(3, 4, 2));
        byte[] third = network(new UNetConfiguration(3, 3, 2));
        byte[] a = answer(first);
        byte[] b = answer(second);
        byte[] c = answer(third);
        byte[] all = answer(WeightsFile.of(List.of(first, second, third)));
        assertFalse(Arrays.equals(a, b) || Arrays.equals(a, c));
        for (int i = 0; i < all.length; i++) {
            assertEquals(((a[i] & 0xff) + (b[i] & 0xff) + (c[i] & 0xff)) / 3.0, all[i] & 0xff, 1, "pixel " + i);
        }
    }

    @Test
    void aNetworkWithAFurtherChannelBeginsAsTheOneItStartsFrom() throws IOException {
        ComputationGraph three = RandomNets.shaken(new UNetConfiguration(3, 2, 2));
        ComputationGraph four = RandomNets.shaken(new UNetConfiguration(4, 2, 2));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        AttentionUNet.save(three, file, false);
        AttentionUNet.transferWeights(four, NetworkFile.stored(file.toByteArray()));
        float[] out = new float[32 * 32 * 2];
        float[] further = new float[out.length];
        float[] in = RandomNets.values(32 * 32 * 4, 1);
        try (NativeWeights narrow = new NativeWeights(GraphParameters.of(three));
                NativeWeights wide = new NativeWeights(GraphParameters.of(four));
                UNetPlan plan = new UNetPlan(narrow, 1, 32, 32);
                UNetPlan other = new UNetPlan(wide, 1, 32, 32)) {
            float[] first = new float[32 * 32 * 3];
            for (int i = 0; i < first.length; i++) {
                first[i] = in[i / 3 * 4 + i % 3];
            }
            plan.run(first, out);
            other.run(in, further);
        }
        assertArrayEquals(out, further, 1e-5f);
    }

    /** Networks of earlier trainings have fewer channels than later ones. */
    @Test
    void aNetworkOfAnEnsembleReadsItsOwnNumberOfChannels() throws IOException {
        byte[] three = network(new UNetConfiguration(3, 2, 2));
        byte[] four = network(new UNetConfiguration(4, 2, 2));
        InputRecipe wide = InputRecipe.of(SliceChannels.NEIGHBOURS_AND_WIDE, 0);
        byte[] alone = answer(three);
        assertArrayEquals(alone, answer(three, wide));
        byte[] both = answer(WeightsFile.of(List.of(three, four)), wide);
        byte[] second = answer(four, wide);
        for (int i = 0; i < both.length; i++) {
            assertEquals(((alone[i] & 0xff) + (second[i] & 0xff)) / 2.0, both[i] & 0xff, 1, "pixel " + i);
        }
    }

    private static byte[] answer(byte[] file) throws IOException {
        return answer(file, InputRecipe.DEFAULT);
    }

    private static byte[] answer(byte[] file, InputRecipe recipe) throws IOException {
        try (UNetSegmentationModel model =
                UNetSegmentationModel.load(card(file, recipe), new ByteArrayInputStream(file), Nd4jEngines.parallel(2),
                SegmentationContext.of(THREADS, false))) {
            return model.segment(stack(), Progress.SILENT, new Cancellation()).map(1, 2);
        }
    }

    @Test
    void refusesWeightsOfAnotherDigest() throws IOException {
        byte[] weights = weights(2);
        ModelCard card = card(weights);
        weights[weights.length / 2] ^= 1;
        String message = assertThrows(IOException.class,
                () -> UNetSegmentationModel.load(card, new ByteArrayInputStream(weights), Nd4jEngines.parallel(1),
                SegmentationContext.of(THREADS, false))).getMessage();
        assertTrue(message.contains("SHA-256") && message.contains("spine.model.bmo"), message);
    }

    @Test
    void refusesWeightsOfOtherClasses() throws IOException {
        byte[] weights = weights(3);
        assertThrows(IllegalArgumentException.class,
                () -> UNetSegmentationModel.load(card(weights), new ByteArrayInputStream(weights), Nd4jEngines.parallel(1),
                SegmentationContext.of(THREADS, false)));
    }

    @Test
    void stopsWhenCancelled() throws IOException {
        try (UNetSegmentationModel model = load(1)) {
            Cancellation cancellation = new Cancellation();
            assertThrows(CancellationException.class, () -> model.segment(stack(), (step, done) -> cancellation.cancel(), cancellation));
            assertEquals(5, model.segment(stack(), Progress.SILENT, new Cancellation()).slices());
        }
    }

    @Test
    void cardSurvivesJson() throws IOException {
        ModelCard card = new ModelCard("a", "1.2.3", "bmo", List.of("background", "oedema"), InputRecipe.DEFAULT.toMap(),
                0.4, Optional.of(new FindingRule(0.2, 0.5, -1.5, Map.of("peak", new FindingRule.Term(0.8, 2)), "a few")),
                Optional.of(new IntervalRule("sparcc", 0.9, 0.9, 0.1, Map.of("total23", -0.25),
                        Map.of("disc", new IntervalRule.Range(0.5, 2)), "1".repeat(64), "some")),
                Optional.of(new ChangeRule("sparcc", Map.of("total23", 3.5), 1.5, 40, "1".repeat(64), "pairs", Map.of("a.b", "c"))),
                "words", Map.of("Dice", 0.8), "use", "0".repeat(64));
        assertEquals(card, ModelCardJson.read(new ByteArrayInputStream(ModelCardJson.write(card))));
        assertThrows(IOException.class, () -> ModelCardJson.read(new ByteArrayInputStream("{}".getBytes())));
        assertThrows(IOException.class, () -> ModelCardJson.read(new ByteArrayInputStream("{".getBytes())));
    }
}

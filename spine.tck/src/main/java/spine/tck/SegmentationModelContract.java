package spine.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.image.StackRegion;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;

/** The contract of {@link SegmentationModel}; to be extended beside the model as {@link ScoringIndexContract} is. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class SegmentationModelContract {
    private static final String STACKS = "spine.tck.SampleStack#all";
    private static final int FULL = 255;

    /** A new model with its usual settings. */
    protected abstract SegmentationModel create();

    @Test
    final void theCardIsComplete() {
        ModelCard card = create().card();
        Words.assertIdentity(card.id(), "id");
        Words.assertVersion(card.version(), "version");
        assertTrue(List.of(ModelRole.ANATOMY, ModelRole.OEDEMA).contains(card.role()), "there is no role " + card.role());
        assertEquals(ModelRole.BACKGROUND, card.classes().get(0), "the first class");
        List<String> needed = card.role().equals(ModelRole.OEDEMA) ? ModelRole.OEDEMA_CLASSES
                : List.of(ModelRole.VERTEBRA, ModelRole.DISC);
        assertTrue(card.classes().containsAll(needed), card.classes() + " lacks some of " + needed);
        assertEquals(card.classes().size(), card.classes().stream().distinct().count(), "a class is named twice");
        assertTrue(card.weightsSha256().matches("[0-9a-f]{64}"), "no SHA-256 digest: " + card.weightsSha256());
        assertFalse(card.trainingData().isBlank(), "the card does not say what the model was made from");
        assertFalse(card.intendedUse().isBlank(), "the card does not say what the model is for");
        assertEquals(card, create().card(), "the card of another instance");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(STACKS)
    final void probabilitiesLieOnTheGridOfTheStackAndSumToOne(SampleStack sample) {
        SegmentationModel model = create();
        ClassProbabilities maps = segment(model, sample.stack());
        assertEquals(model.card().classes(), maps.classes(), "classes of the answer and of the card");
        assertEquals(sample.stack().slices().size(), maps.slices(), "slices");
        for (int slice = 0; slice < maps.slices(); slice++) {
            int[] sums = new int[sample.stack().rows() * sample.stack().columns()];
            for (int c = 0; c < maps.classes().size(); c++) {
                byte[] map = maps.map(c, slice);
                assertEquals(sums.length, map.length, "pixels of a map");
                for (int pixel = 0; pixel < sums.length; pixel++) {
                    sums[pixel] += map[pixel] & 0xff;
                }
            }
            int slack = maps.classes().size();
            int at = slice;
            assertTrue(Arrays.stream(sums).allMatch(sum -> Math.abs(sum - FULL) <= slack),
                    () -> "the probabilities of a pixel of slice " + at + " do not sum to 1");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(STACKS)
    final void theSameStackGivesTheSameAnswerAndIsLeftAsItWas(SampleStack sample) {
        int before = Sample.fingerprint(sample.stack());
        SegmentationModel model = create();
        List<Integer> first = digest(segment(model, sample.stack()));
        assertEquals(first, digest(segment(model, sample.stack())), "asked again");
        assertEquals(first, digest(segment(create(), sample.stack())), "asked of another instance");
        assertEquals(before, Sample.fingerprint(sample.stack()), "segment() wrote to the pixels of its input");
    }

    @Test
    final void aPartOfAStackIsAnsweredOnTheGridOfTheStack() {
        SliceStack stack = SampleStack.spine();
        StackRegion region = StackRegion.around(stack, slice -> pixel -> slice > 0 && pixel / stack.columns() > 2);
        ClassProbabilities maps = create().segment(stack, region, Progress.SILENT, new Cancellation());
        assertEquals(stack.slices().size(), maps.slices(), "slices");
        assertEquals(stack.rows() * stack.columns(), maps.map(0, 0).length, "pixels of a map");
        assertEquals(digest(maps), digest(create().segment(stack, region, Progress.SILENT, new Cancellation())),
                "asked of another instance");
    }

    @Test
    final void manyThreadsGetTheAnswersOfOne() throws Exception {
        List<SampleStack> samples = SampleStack.all().toList();
        List<List<Integer>> expected = new ArrayList<>();
        for (SampleStack sample : samples) {
            expected.add(digest(segment(create(), sample.stack())));
        }
        SegmentationModel shared = create();
        Crowd.agrees(samples, expected, sample -> digest(segment(shared, sample.stack())));
    }

    @Test
    final void progressRunsFromZeroToOne() {
        Queue<Double> heard = new ConcurrentLinkedQueue<>();
        create().segment(SampleStack.spine(), (step, done) -> heard.add(done), new Cancellation());
        assertFalse(heard.isEmpty(), "nothing was heard of the progress");
        assertTrue(heard.stream().allMatch(done -> done >= 0 && done <= 1), "progress was " + heard);
    }

    @Test
    final void whatIsCancelledBeforeDoesNotRun() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        SegmentationModel model = create();
        assertThrows(CancellationException.class, () -> model.segment(SampleStack.spine(), Progress.SILENT, cancelled));
        assertEquals(1, segment(model, SampleStack.single()).slices(), "the model is of use afterwards");
    }

    @Test
    final void whatIsCancelledBetweenSlicesStops() {
        Cancellation cancellation = new Cancellation();
        Progress canceller = (step, done) -> {
            if (done < 1) {
                cancellation.cancel();
            }
        };
        SegmentationModel model = create();
        try {
            model.segment(SampleStack.spine(), canceller, cancellation);
            assertFalse(cancellation.cancelled(), "a model that was cancelled between its slices went on to the end");
        } catch (CancellationException expected) {
            assertTrue(cancellation.cancelled());
        }
    }

    private static ClassProbabilities segment(SegmentationModel model, SliceStack stack) {
        return model.segment(stack, Progress.SILENT, new Cancellation());
    }

    private static List<Integer> digest(ClassProbabilities maps) {
        List<Integer> hashes = new ArrayList<>();
        for (int c = 0; c < maps.classes().size(); c++) {
            for (int slice = 0; slice < maps.slices(); slice++) {
                hashes.add(Arrays.hashCode(maps.map(c, slice)));
            }
        }
        return hashes;
    }
}

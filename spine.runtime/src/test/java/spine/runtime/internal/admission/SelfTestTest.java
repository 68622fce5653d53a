package spine.runtime.internal.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;
import spine.runtime.ModelName;

class SelfTestTest {
    private static final ModelName NAME = new ModelName("oedema", "1.0.0");

    private final SelfTest test = new SelfTest();

    @Test
    void aModelThatAnswersMayServe() {
        assertEquals(Optional.empty(), fault(SelfTestTest::background));
        assertEquals(Optional.empty(), test.fault(model(SelfTestTest::background), ModelRole.OEDEMA, new ModelName("oedema", "1"),
                new Cancellation()), "1 and 1.0.0 are one version");
    }

    @Test
    void cardAndServiceMustAgree() {
        assertTrue(test.fault(model(SelfTestTest::background), ModelRole.ANATOMY, NAME, new Cancellation()).isPresent());
        assertTrue(test.fault(model(SelfTestTest::background), ModelRole.OEDEMA, new ModelName("oedema", "1.0.1"),
                new Cancellation()).isPresent());
    }

    @Test
    void anAnswerOfAnotherShapeIsRefused() {
        assertRefused("shape", stack -> maps(2, stack.slices().size(), 7));
        assertRefused("shape", stack -> maps(2, stack.slices().size() - 1, pixels(stack)));
        assertRefused("classes", stack -> new ClassProbabilities(List.of("a", "b"), new byte[2][3][pixels(stack)]));
        assertRefused("no answer", stack -> null);
    }

    @Test
    void whatComesOfNumbersThatAreNoneIsRefused() {
        assertRefused("no class any probability", stack -> {
            ClassProbabilities answer = background(stack);
            answer.map(0, 1)[5] = 0;
            return answer;
        });
    }

    @Test
    void theSameQuestionGetsTheSameAnswer() {
        AtomicInteger calls = new AtomicInteger();
        assertRefused("differently", stack -> {
            ClassProbabilities answer = background(stack);
            answer.map(1, 2)[0] = (byte) calls.incrementAndGet();
            return answer;
        });
    }

    private void assertRefused(String why, Function<SliceStack, ClassProbabilities> answer) {
        String fault = fault(answer).orElse("");
        assertTrue(fault.contains(why), fault);
    }

    private Optional<String> fault(Function<SliceStack, ClassProbabilities> answer) {
        return test.fault(model(answer), ModelRole.OEDEMA, NAME, new Cancellation());
    }

    private static ClassProbabilities background(SliceStack stack) {
        return maps(2, stack.slices().size(), pixels(stack));
    }

    private static int pixels(SliceStack stack) {
        return stack.rows() * stack.columns();
    }

    private static ClassProbabilities maps(int classes, int slices, int pixels) {
        byte[][][] maps = new byte[classes][slices][pixels];
        for (byte[] slice : maps[0]) {
            Arrays.fill(slice, (byte) 255);
        }
        return new ClassProbabilities(ModelRole.OEDEMA_CLASSES, maps);
    }

    private static SegmentationModel model(Function<SliceStack, ClassProbabilities> answer) {
        ModelCard card = new ModelCard("oedema", "1.0.0", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES, Map.of(), 0.5, "",
                Map.of(), "", "0".repeat(64));
        return new SegmentationModel() {
            @Override
            public ModelCard card() {
                return card;
            }

            @Override
            public ClassProbabilities segment(SliceStack stack, Progress progress, Cancellation cancellation) {
                return answer.apply(stack);
            }
        };
    }
}

package spine.runtime.internal.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.image.LabelMap;
import spine.api.image.SliceStack;
import spine.api.model.ModelRole;
import spine.api.service.UnavailableException;
import spine.api.training.AnnotatedStack;
import spine.api.training.TrainingCases;
import spine.runtime.ModelName;
import spine.runtime.ModelTrial;
import spine.runtime.internal.session.TestPlatform;
import spine.runtime.internal.session.TinyStudy;

class ReferenceTrialsTest {
    @TempDir
    private Path temp;
    private TestPlatform platform;
    private ReferenceTrials trials;

    @BeforeEach
    void offerAModelThatSeesOedemaAndDropOneThatDoesNot() {
        platform = new TestPlatform(temp);
        platform.addOedemaModel("1.0.0");
        platform.dropOedemaModel("1.1.0", "weak");
        trials = new ReferenceTrials(platform.providers, platform.selection);
    }

    @Test
    void aModelThatMissesEverythingIsWorseAndStaysOnStandby() throws Exception {
        ModelTrial trial = trials.run("oedema@1.1.0", cases(1), Progress.SILENT, new Cancellation());
        assertFalse(trial.accepted());
        assertEquals(new ModelName("oedema", "1.0.0"), trial.serving());
        assertEquals(List.of(new ModelTrial.Figure("Dice oedema", 0, 1, true), new ModelTrial.Figure("mean error of the total", 2, 0,
                true)),
                trial.figures());
        assertEquals(List.of("serving: ",
                "standby: it was worse than oedema@1.0.0 on a tiny study (Dice oedema 0.000 instead of 1.000, mean"
                + " error of the total 2.000 instead of 0.000); ./spine models use oedema@1.1.0 lets it serve all the same"), states());
    }

    @Test
    void aModelThatIsNoWorseServesFromThenOn() throws Exception {
        platform.dropOedemaModel("1.2.0", "strong", (stack, cancellation) -> TestPlatform.everywhere(ModelRole.OEDEMA_CLASSES, stack));
        ModelTrial trial = trials.run("oedema@1.2.0", cases(1), Progress.SILENT, new Cancellation());
        assertTrue(trial.accepted());
        assertEquals("oedema@1.2.0", platform.score(TestPlatform.source("1.2", () -> TinyStudy.study("1.2")), temp.resolve("out"),
                "json").models()
                .stream().skip(1).map(card -> card.id() + "@" + card.version()).findFirst().orElseThrow());
        assertEquals(List.of("standby: ", "serving: "), List.of(states().get(0), states().get(2)));
    }

    @Test
    void aModelThatServesByChoiceAloneIsNoMeasure() throws Exception {
        platform.versions().use("oedema@1.1.0");
        platform.dropOedemaModel("1.2.0", "weak too");
        ModelTrial trial = trials.run("oedema@1.2.0", cases(1), Progress.SILENT, new Cancellation());
        assertEquals(new ModelName("oedema", "1.0.0"), trial.serving());
        assertFalse(trial.accepted());
    }

    @Test
    void whatCannotBeComparedIsSaid() {
        assertThrows(IllegalArgumentException.class, () -> trials.role("oedema"));
        assertEquals("No model oedema@9.0.0 is available; there is oedema@1.1.0, anatomy@1.0.0, oedema@1.0.0.",
                assertThrows(UnavailableException.class, () -> trials.role("oedema@9.0.0")).getMessage());
        assertEquals("There is no other vbivd model to compare anatomy@1.0.0 with; ./spine models use anatomy@1.0.0 lets it serve.",
                assertThrows(UnavailableException.class, () -> trials.run("anatomy@1.0.0", cases(1), Progress.SILENT, new Cancellation()))
                        .getMessage());
        assertEquals("The studies show nothing of what the models look for, so they say nothing about them.",
                assertThrows(UnusableInputException.class, () -> trials.run("oedema@1.1.0", cases(0), Progress.SILENT, new Cancellation()))
                        .getMessage());
    }

    private List<String> states() {
        return platform.models().entries().stream().filter(entry -> entry.role().equals(ModelRole.OEDEMA))
                .sorted((one, other) -> one.name().version().compareTo(other.name().version()))
                .map(entry -> entry.state().word() + ": " + entry.remark()).toList();
    }

    /** @param label of every pixel */
    private static TrainingCases cases(int label) {
        SliceStack stack = TinyStudy.study("1.2").stacks().get(0);
        byte[][] labels = new byte[stack.slices().size()][stack.rows() * stack.columns()];
        for (byte[] slice : labels) {
            Arrays.fill(slice, (byte) label);
        }
        return new Cases(List.of(new AnnotatedStack(stack, new LabelMap(ModelRole.OEDEMA_CLASSES, labels))));
    }

    private record Cases(List<AnnotatedStack> stacks) implements TrainingCases {

        @Override
        public String description() {
            return "a tiny study";
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public List<AnnotatedStack> patient(int patient, String role) {
            return stacks;
        }
    }
}

package spine.runtime.internal.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.Cancellation;
import spine.api.anatomy.SpineAnatomy;
import spine.api.image.LabelMap;
import spine.api.image.SliceStack;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.api.training.AnnotatedStack;
import spine.runtime.internal.session.TestPlatform;
import spine.runtime.internal.session.TinyStudy;

class OedemaFiguresTest {
    @TempDir
    private Path temp;

    @Test
    void aStudyWithoutASpineDoesNotHideTheErrorOfTheOthers() {
        TestPlatform platform = new TestPlatform(temp);
        platform.addOedemaModel("1.0.0");
        SpineAnatomy spine = TinyStudy.anatomy();
        Iterator<SpineAnatomy> seen = List.of(spine, SpineAnatomy.none(spine.stacks(), "These images show a head.")).iterator();
        OedemaFigures figures = new OedemaFigures(model(platform, ModelRole.OEDEMA), model(platform, ModelRole.ANATOMY),
                (study, maps) -> seen.next(), input -> {
                    double pixels = Arrays.stream(input.lesions().get(0).lesion()).mapToInt(slice -> slice[0]).sum();
                    Score score = new Score("sparcc", "1.0.0", Map.of("total23", pixels), List.of(),
                            input.anatomy().units().stream().map(UnitScore::zero).toList(), List.of());
                    return input.anatomy().noSpine().isEmpty() ? score : score.unscored();
                });
        figures.add(nothing(), new Cancellation());
        figures.add(nothing(), new Cancellation());
        assertEquals(2, figures.values().get(OedemaFigures.ERROR));
    }

    private static SegmentationModel model(TestPlatform platform, String role) {
        return platform.providers.models().table().providers().stream().filter(model -> model.name().equals(role)).findFirst().orElseThrow()
                .service();
    }

    /** The truth is that there is no oedema; the model sees it everywhere. */
    private static List<AnnotatedStack> nothing() {
        SliceStack stack = TinyStudy.study("1.2").stacks().get(0);
        return List.of(new AnnotatedStack(stack, new LabelMap(ModelRole.OEDEMA_CLASSES,
                new byte[stack.slices().size()][stack.rows() * stack.columns()])));
    }
}

package spine.pipeline.lesion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.SpineAnatomy;
import spine.api.image.ClassProbabilities;
import spine.api.image.Study;
import spine.api.model.ImageCalibration;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.model.OperatingPoints;

class LesionPostprocessorTest {
    private static final String CERTAIN = "99999999";
    private static final String PROBABLE = "66666666";
    private static final String DOUBTFUL = "44444444";

    @Test
    void whatIsProbableIsNotScoredWhereNothingIsConvincingButItsImageIsCalled() {
        LesionPostprocessor reading = reading(0.9, patch(PROBABLE));
        assertEquals(List.of(0), pixels(reading));
        assertTrue(reading.images().get(0).inflamed());
    }

    @Test
    void itIsScoredBesideSomethingConvincing() {
        LesionPostprocessor reading = reading(0.9, patch(CERTAIN), patch(PROBABLE), patch(DOUBTFUL));
        assertEquals(List.of(40, 40, 0), pixels(reading));
        assertTrue(reading.images().get(2).inflamed());
    }

    @Test
    void aModelThatAsksForNoMoreThanItsOperatingPointIsTakenAtItsWord() {
        assertEquals(List.of(40), pixels(reading(0.5, patch(PROBABLE))));
    }

    private static ClassProbabilities patch(String row) {
        return Fixtures.oedema(row, row, row, row, row);
    }

    private static LesionPostprocessor reading(double point, ClassProbabilities... stacks) {
        ModelCard card = new ModelCard("oedema", "1.0.0", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES, Map.of(), new OperatingPoints(0.5, 0.4, point),
                ImageCalibration.NONE, "", Map.of(), "", "0".repeat(64));
        List<ClassProbabilities> maps = List.of(stacks);
        Study study = new Study("1.2", maps.stream().map(map -> Fixtures.stack(1)).toList(), List.of());
        SpineAnatomy anatomy = new SpineAnatomy(maps.stream().map(map -> Fixtures.allBody(1)).toList(),
                DiscLevel.ALL.stream().map(DiscovertebralUnit::absent).toList(), List.of());
        return new LesionPostprocessor(card, study, anatomy, maps);
    }

    private static List<Integer> pixels(LesionPostprocessor reading) {
        return reading.lesions().stream().map(map -> Arrays.stream(map.lesion()).mapToInt(LesionPostprocessorTest::sum).sum()).toList();
    }

    private static int sum(byte[] slice) {
        int sum = 0;
        for (byte pixel : slice) {
            sum += pixel;
        }
        return sum;
    }
}

package spine.report.internal.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import spine.api.anatomy.Vertebra;
import spine.api.anatomy.VertebralBody;
import spine.api.report.ScoringResult;
import spine.api.score.Quadrant;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.report.internal.DrawnResult;

class UnitFigureTest {
    private static final int SLICE = 4;

    private final ScoringResult result = DrawnResult.wholeSpine();
    private final UnitScore unit = unit("T6/7");

    @Test
    void theScoredSlicesAreShownOrThoseThroughTheMiddle() {
        assertEquals(List.of(3, 4, 5), UnitFigure.of(result, unit).orElseThrow().slices());
        assertEquals(List.of(3, 4, 5), UnitFigure.of(result, unit("C3/4")).orElseThrow().slices());
        assertEquals(Optional.empty(), UnitFigure.of(result, unit("L5/S1")));
    }

    /** From the plane of the endplate to an edge of a pixel, as far apart as the index says. */
    @Test
    void theDepthLineIsAsLongAsTheDepth() {
        VertebralBody above = result.anatomy().stacks().get(0).body(Vertebra.T6).orElseThrow();
        for (double depth = 2; depth < 6; depth++) {
            DepthLine line = DepthLine.of(result, unit, SLICE, finding(depth, 0.5)).orElseThrow();
            assertEquals(depth, line.deepest().distance(line.endplate()), 0.1);
            assertTrue(Math.abs(above.lower().depthOf(line.endplate())) < 1e-6
                    || Math.abs(result.anatomy().stacks().get(0).body(Vertebra.T7).orElseThrow().upper().depthOf(line.endplate())) < 1e-6);
        }
        assertEquals(Optional.empty(), DepthLine.of(result, unit, SLICE, finding(60, 0.5)), "no pixel lies so deep");
    }

    /** Oedema is drawn with a signal of 190, marrow with 42, both shaded and with noise. */
    @Test
    void theReferenceIsThatOfTheRatio() {
        UnitSignal signal = UnitSignal.of(result, "sparcc", unit, SLICE, finding(5, 0.8)).orElseThrow();
        assertEquals(signal.lesion() / 0.8, signal.reference(), 1e-9);
        assertTrue(signal.lesion() > 190 && signal.lesion() < 320, "lesion " + signal.lesion());
        assertTrue(signal.marrow().orElseThrow() > 42 && signal.marrow().orElseThrow() < 80, "marrow " + signal.marrow());
        assertEquals(Optional.empty(), UnitSignal.of(result, "other", unit, SLICE, finding(5, 0.8)), "another measure");
        assertEquals(Optional.empty(), UnitSignal.of(result, "sparcc", unit, SLICE, finding(5, 0)), "no reference");
        assertEquals(Optional.empty(), UnitSignal.of(result, "sparcc", unit, SLICE, finding(5, Double.NaN)));
    }

    private UnitScore unit(String level) {
        return result.scores().get(0).units().stream().filter(score -> score.unit().level().label().equals(level)).findFirst()
                .orElseThrow();
    }

    private SliceFinding finding(double depth, double ratio) {
        return new SliceFinding(result.study().stacks().get(0).slices().get(SLICE).sopInstanceUid(),
                Set.of(Quadrant.UPPER_ANTERIOR, Quadrant.LOWER_ANTERIOR), false, false, depth, 41, ratio);
    }
}

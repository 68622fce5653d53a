package spine.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.score.ScoringInput;
import spine.tck.SampleSpine;

class CoverageWarningsTest {
    private static final ScoringInput WHOLE = SampleSpine.whole().input();
    private static final SliceStack STACK = WHOLE.study().stacks().get(0);
    private static final StackAnatomy SEEN = WHOLE.anatomy().stacks().get(0);

    @Test
    void wholeSpineAsksForNothing() {
        assertEquals(List.of(), CoverageWarnings.of(WHOLE.study(), WHOLE.anatomy()));
    }

    @Test
    void stationWithoutVertebraIsNamed() {
        SliceStack named = new SliceStack("1.2", "", "STIR knee", STACK.acquisition(), STACK.slices());
        Study study = new Study("1", List.of(STACK, named), List.of());
        StackAnatomy empty = new StackAnatomy(SEEN.structures(), SEEN.canal(), List.of(), List.of());
        SpineAnatomy anatomy = new SpineAnatomy(List.of(SEEN, empty), WHOLE.anatomy().units(), List.of());
        assertEquals(List.of("No vertebra was recognised in stack 2 (STIR knee) of " + STACK.slices().size()
                + " images; it counts for nothing."), CoverageWarnings.of(study, anatomy));
    }

    @Test
    void partOfTheSpineSaysOfHowManyUnitsTheTotalIs() {
        List<DiscovertebralUnit> units = new ArrayList<>(WHOLE.anatomy().units());
        for (int i = 0; i < 12; i++) {
            units.set(i, DiscovertebralUnit.absent(units.get(i).level()));
        }
        SpineAnatomy anatomy = new SpineAnatomy(List.of(SEEN), Collections.unmodifiableList(units), List.of());
        assertEquals(List.of("Only 11 of 23 units are in view; the totals are of these alone."),
                CoverageWarnings.of(WHOLE.study(), anatomy));
    }

    @Test
    void noSpineIsToldElsewhere() {
        StackAnatomy empty = new StackAnatomy(SEEN.structures(), SEEN.canal(), List.of(), List.of());
        assertEquals(List.of(), CoverageWarnings.of(WHOLE.study(), SpineAnatomy.none(List.of(empty), "These images show no spine.")));
    }
}

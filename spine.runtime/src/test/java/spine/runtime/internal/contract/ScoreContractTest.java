package spine.runtime.internal.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.SpineAnatomy;
import spine.api.score.Quadrant;
import spine.api.score.Score;
import spine.api.score.ScoringInput;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.tck.SampleSpine;

class ScoreContractTest {
    private static final ScoringInput INPUT = SampleSpine.whole().input();
    private static final Map<String, Double> MAXIMA = Map.of("total", 92.0);
    private static final String IMAGE = INPUT.study().stacks().get(0).slices().get(0).sopInstanceUid();

    @Test
    void aScoreOnePlaceBelowAndOneAtTheMaximumAreRight() {
        assertDoesNotThrow(() -> check(score(Map.of("total", 0.0), units())));
        assertDoesNotThrow(() -> check(score(Map.of("total", 92.0), units())));
        assertDoesNotThrow(() -> check(new Score("sites", "1.0", Map.of("total", 1.0), List.of("T7/8"), scored("T7/8", 1, IMAGE),
                List.of())));
    }

    @Test
    void whatATotalMayNotBeIsSaid() {
        assertEquals("total is 999.0, above its maximum of 92.0", fault(score(Map.of("total", 999.0), units())));
        assertEquals("total is -1.0; a total must be finite and at least 0", fault(score(Map.of("total", -1.0), units())));
        assertEquals("total is NaN; a total must be finite and at least 0", fault(score(Map.of("total", Double.NaN), units())));
        assertEquals("total is Infinity; a total must be finite and at least 0",
                fault(score(Map.of("total", Double.POSITIVE_INFINITY), units())));
        assertEquals("it has no total", fault(score(Map.of(), units())));
        assertEquals("the maximum most is 1.0; it must be finite and belong to a total", fault(new Score("sites", "1.0.0", Map.of("total",
                1.0),
                Map.of("most", 1.0), List.of(), units(), List.of())));
    }

    @Test
    void theUnitsAreThoseOfTheAnatomy() {
        assertEquals("it scores 0 units; it must score the 23 units of the anatomy as they are, from head to foot",
                fault(score(Map.of("total", 0.0), List.of())));
        List<UnitScore> more = new ArrayList<>(units());
        more.add(UnitScore.zero(DiscovertebralUnit.absent(DiscLevel.of("L5/6"))));
        assertEquals("it scores 24 units; it must score the 23 units of the anatomy as they are, from head to foot",
                fault(score(Map.of("total", 0.0), more)));
        assertEquals("the worst units are [T99]; each must be one of the scored units, and named once", fault(new Score("sites", "1.0.0",
                Map.of("total", 0.0), List.of("T99"), units(), List.of())));
    }

    @Test
    void whatAUnitMayNotSayIsSaid() {
        assertEquals("T7/8 scores NaN; the score of a unit must be finite and at least 0",
                fault(score(Map.of("total", 1.0), scored("T7/8", Double.NaN, IMAGE))));
        assertEquals("T7/8 is scored on the image 9.9, which is not one of its stack", fault(score(Map.of("total", 1.0), scored("T7/8", 1,
                "9.9"))));
        SliceFinding finding = new SliceFinding(IMAGE, Set.of(Quadrant.UPPER_ANTERIOR), false, false, 1, Double.NaN, 0);
        assertEquals("a finding of T7/8 has the area NaN and the depth 1.0; both must be finite and at least 0",
                fault(score(Map.of("total", 1.0), replaced("T7/8", 1, List.of(IMAGE), List.of(finding), Map.of()))));
        assertEquals("percent of T7/8 is Infinity; a measure must be finite", fault(score(Map.of("total", 1.0),
                replaced("T7/8", 1, List.of(IMAGE), List.of(), Map.of("percent", Double.POSITIVE_INFINITY)))));
    }

    @Test
    void itIsTheIndexThatItsServiceNames() {
        assertEquals("it calls itself sites 1.1.0, its service sites 1.0.0",
                fault(new Score("sites", "1.1.0", Map.of("total", 0.0), List.of(), units(), List.of())));
        assertEquals("it calls itself other 1.0.0, its service sites 1.0.0",
                fault(new Score("other", "1.0.0", Map.of("total", 0.0), List.of(), units(), List.of())));
    }

    @Test
    void warningsAreForAPerson() {
        for (List<String> warnings : List.of(Collections.nCopies(101, "Again."), List.of("x".repeat(1001)))) {
            String fault = fault(new Score("sites", "1.0.0", Map.of("total", 0.0), List.of(), units(), warnings));
            assertEquals("it has " + warnings.size() + " warnings or one that is very long; at most 100 of 1000 characters are read",
                    fault);
        }
        assertDoesNotThrow(() -> check(new Score("sites", "1.0.0", Map.of("total", 0.0), List.of(), units(),
                Collections.nCopies(100, "x".repeat(1000)))));
    }

    @Test
    void nothingIsScoredOnlyWhereNoSpineIsSeen() {
        Score unscored = score(Map.of("total", 0.0), units()).unscored();
        assertEquals("all totals are NaN and no unit is scored, which is only allowed where no spine is seen", fault(unscored));
        SpineAnatomy none = new SpineAnatomy(INPUT.anatomy().stacks(), NumericalVariant.USUAL,
                DiscLevel.ALL.stream().map(DiscovertebralUnit::absent).toList(), 0, Optional.of("A knee."), List.of(), List.of());
        assertDoesNotThrow(() -> new ScoreContract("sites", "1.0.0", new ScoringInput(INPUT.study(), none,
                INPUT.lesions())).check(unscored));
    }

    private static Score score(Map<String, Double> totals, List<UnitScore> units) {
        return new Score("sites", "1.0.0", totals, totals.isEmpty() ? Map.of() : MAXIMA, List.of(), units, List.of());
    }

    private static List<UnitScore> units() {
        return INPUT.anatomy().units().stream().map(UnitScore::zero).toList();
    }

    private static List<UnitScore> scored(String label, double score, String image) {
        return replaced(label, score, List.of(image), List.of(), Map.of());
    }

    private static List<UnitScore> replaced(String label, double score, List<String> window, List<SliceFinding> slices,
            Map<String, Double> measures) {
        return units().stream().map(unit -> unit.unit().level().label().equals(label)
                ? new UnitScore(unit.unit(), score, window, slices, measures) : unit).toList();
    }

    private static void check(Score score) throws BrokenContractException {
        new ScoreContract("sites", "1.0.0", INPUT).check(score);
    }

    private static String fault(Score score) {
        return assertThrows(BrokenContractException.class, () -> check(score)).getMessage();
    }
}

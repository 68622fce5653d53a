package spine.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import spine.api.score.Score;
import spine.api.score.ScoringInput;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;

/** What {@link Score} promises about itself and the input it was made from. */
final class ScoreRules {
    /** Keys that the report uses for itself. */
    private static final Set<String> TAKEN =
            Set.of("schema", "study", "models", "settings", "index", "images", "findings", "oedema", "anatomy", "warnings", "failures",
                    "notes", "predecessor", "correction", "timing");
    private static final double ROUNDING = 1e-9;

    private final ScoringInput input;
    private final Score score;

    private ScoreRules(ScoringInput input, Score score) {
        this.input = input;
        this.score = score;
    }

    static void check(ScoringInput input, Score score) {
        assertNotNull(score, "score() returned null");
        ScoreRules rules = new ScoreRules(input, score);
        rules.identity();
        rules.totals();
        assertEquals(input.anatomy().units(), score.units().stream().map(UnitScore::unit).toList(),
                "the units of the score are not those of the anatomy from head to foot");
        score.units().forEach(rules::unit);
        rules.worst();
        score.warnings().forEach(warning -> Words.assertSentence(warning, "a warning"));
    }

    private void identity() {
        Words.assertIdentity(score.indexId(), "indexId");
        assertFalse(TAKEN.contains(score.indexId()), "the report uses the key " + score.indexId() + " for itself");
        Words.assertVersion(score.indexVersion(), "indexVersion");
    }

    private void totals() {
        assertFalse(score.totals().isEmpty(), "there is no total");
        score.totals().forEach((name, value) -> {
            assertTrue(name.matches("[a-z][A-Za-z0-9]*") && !Set.of("unitsInView", "worst", "units").contains(name),
                    "a total is called " + name + ", which is not lower camel case or taken by the report");
            assertTrue(Double.isFinite(value) && value >= 0, "total " + name + " is " + value);
            assertTrue(value <= score.maxima().getOrDefault(name, Double.MAX_VALUE) + ROUNDING,
                    "total " + name + " is " + value + ", above its maximum " + score.maxima().get(name));
        });
        assertTrue(score.totals().keySet().containsAll(score.maxima().keySet()), "there is a maximum without a total");
    }

    private void unit(UnitScore unit) {
        String name = unit.unit().level().label();
        assertTrue(Double.isFinite(unit.score()) && unit.score() >= 0, name + " scores " + unit.score());
        unit.measures().forEach((key, value) -> assertTrue(Double.isFinite(value), name + ": measure " + key + " is " + value));
        assertEquals(unit.score() == 0, unit.window().isEmpty(),
                name + " scores " + unit.score() + " on the slices " + unit.window());
        List<String> slices = unit.slices().stream().map(SliceFinding::sopInstanceUid).toList();
        if (!unit.unit().present()) {
            assertTrue(unit.score() == 0 && slices.isEmpty(), name + " is not in view and scores " + unit.score());
            return;
        }
        List<String> images = Sample.imagesOf(input.study().stacks().get(unit.unit().stack()));
        assertInOrder(unit.window(), images, name + ": the window");
        assertInOrder(slices, images, name + ": the slices");
        unit.slices().forEach(slice -> {
            assertTrue(slice.areaMm2() >= 0 && slice.depthMm() >= 0, name + ": negative area or depth in " + slice);
            assertTrue(Double.isNaN(slice.intensityRatio()) || slice.intensityRatio() >= 0, name + ": ratio in " + slice);
        });
    }

    private static void assertInOrder(List<String> some, List<String> images, String what) {
        assertEquals(images.stream().filter(some::contains).toList(), some,
                what + " are not different images of the unit's stack in stack order");
    }

    private void worst() {
        List<String> ranked = Score.worst(score.units(), score.units().size());
        assertTrue(score.worst().size() <= ranked.size() && score.worst().equals(ranked.subList(0, score.worst().size())),
                "worst is " + score.worst() + ", but the units above 0 from the highest down are " + ranked);
    }
}

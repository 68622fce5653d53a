package spine.pipeline.lesion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.ClassProbabilities;
import spine.api.image.Study;
import spine.api.model.FindingRule;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.report.LesionFinding;

class LesionReadingTest {

    @Test
    void withoutARuleEveryFindingAtTheOperatingPointCounts() {
        LesionReading reading = reading(Optional.empty(), Fixtures.oedema("66600000", "66600000", "00000000", "44400000", "44400000"));
        assertEquals(1, reading.findings().size());
        LesionFinding finding = reading.findings().get(0);
        assertTrue(finding.counts(), finding.reason());
        assertEquals(0.6667, finding.probability());
        assertEquals(Vertebra.T7, finding.vertebra());
        assertEquals(6, finding.areaMm2(), 1e-3);
        assertEquals(List.of("1.2.0"), finding.slices());
        assertEquals(6, pixels(reading));
        assertTrue(reading.images().get(0).inflamed());
        assertEquals(0.6667, reading.images().get(0).probability());
    }

    @Test
    void lessThanTheMinimumAreaIsNoFinding() {
        LesionReading reading = reading(Optional.empty(), Fixtures.oedema("99000000", "99900000"));
        assertEquals(List.of(), reading.findings());
        assertFalse(reading.images().get(0).inflamed());
        assertEquals(0, reading.images().get(0).probability());
    }

    @Test
    void whatDoesNotReachTheThresholdIsReportedAndNotScored() {
        FindingRule rule = new FindingRule(0.3, 0.7, 0, Map.of("peak", new FindingRule.Term(1, 0)), "");
        LesionReading reading = reading(Optional.of(rule), Fixtures.oedema("66600000", "66600000", "00000000", "88800000", "88800000"));
        assertEquals(List.of(false, true), reading.findings().stream().map(LesionFinding::counts).toList());
        assertEquals("Does not count: probability 0.67 is below 0.70.", reading.findings().get(0).reason());
        assertTrue(reading.findings().get(1).reason().startsWith("Counts: probability 0.89 reaches 0.70, mainly because of the peak"),
                reading.findings().get(1).reason());
        assertEquals(6, pixels(reading));
    }

    @Test
    void aRuleOnSomethingThatIsNotMeasuredIsRefused() {
        FindingRule rule = new FindingRule(0.3, 0.7, 0, Map.of("aura", new FindingRule.Term(1, 0)), "");
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> reading(Optional.of(rule), Fixtures.oedema("99999999")));
        assertTrue(refused.getMessage().contains("'aura'"), refused.getMessage());
    }

    private static LesionReading reading(Optional<FindingRule> rule, ClassProbabilities map) {
        ModelCard card = new ModelCard("oedema", "1.0.0", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES, Map.of(), 0.5, rule, Optional.empty(),
                Optional.empty(), "", Map.of(), "", "0".repeat(64));
        SpineAnatomy anatomy = new SpineAnatomy(List.of(Fixtures.allBody(1)), DiscLevel.ALL.stream().map(DiscovertebralUnit::absent)
                .toList(),
                List.of());
        return new LesionReading(card, new Study("1.2", List.of(Fixtures.stack(1)), List.of()), anatomy, List.of(map));
    }

    private static int pixels(LesionReading reading) {
        int sum = 0;
        for (byte pixel : reading.lesions().get(0).lesion()[0]) {
            sum += pixel;
        }
        return sum;
    }
}

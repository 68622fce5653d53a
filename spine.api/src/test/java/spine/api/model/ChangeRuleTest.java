package spine.api.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeRuleTest {
    private static final ModelCard ANATOMY = new ModelCard("vbivd", "1.0.0", ModelRole.ANATOMY, ModelRole.ANATOMY_CLASSES, Map.of(), 0.5,
            "", Map.of(), "", "a".repeat(64));

    private static ChangeRule rule(double points, double unit, int pairs) {
        return new ChangeRule("sparcc", Map.of("total23", points), unit, pairs, "a".repeat(64), "pairs", Map.of());
    }

    @Test
    void holdsForTheSameAnatomyModelAndSettingsOfTheIndex() {
        Map<String, String> depth = Map.of("spine.sparcc.depth", "9", "spine.other.key", "1");
        ChangeRule rule = rule(4, 1, 40);
        assertTrue(rule.holdsFor(ANATOMY, Map.of("spine.other.key", "1")));
        assertFalse(rule.holdsFor(ANATOMY, depth));
        assertTrue(rule.withSettings(depth).holdsFor(ANATOMY, depth));
        assertEquals(Map.of("spine.sparcc.depth", "9"), rule.withSettings(depth).settings());
        assertFalse(new ChangeRule("sparcc", Map.of("total23", 4.0), 1, 40, "b".repeat(64), "", Map.of()).holdsFor(ANATOMY, Map.of()));
    }

    @Test
    void refusesWhatIsNoNumberOfPoints() {
        assertThrows(IllegalArgumentException.class, () -> rule(Double.NaN, 1, 40));
        assertThrows(IllegalArgumentException.class, () -> rule(-1, 1, 40));
        assertThrows(IllegalArgumentException.class, () -> rule(4, Double.POSITIVE_INFINITY, 40));
        assertThrows(IllegalArgumentException.class, () -> rule(4, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new ChangeRule("sparcc", Map.of(), 1, 40, "", "", Map.of()));
    }

    /** It follows from the findings, so another rule for these ends it. */
    @Test
    void endsWithTheRuleForFindings() {
        ModelCard card = ANATOMY.withChange(rule(4, 1, 40));
        assertEquals(Optional.of(rule(4, 1, 40)), card.withVersion("2.0.0").change());
        FindingRule findings = new FindingRule(0.2, 0.5, 0, Map.of("peak", new FindingRule.Term(1, 0)), "");
        assertEquals(Optional.empty(), card.withFindings(findings).change());
        assertEquals(List.of("total23"), List.copyOf(card.change().orElseThrow().totals().keySet()));
    }
}

package spine.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import spine.api.model.ModelCard;

public class CardStatementsTest {

    @Test
    void modelsWithTheSameUseShareTheSentence() {
        assertEquals("Research only. Training data of a: 600 synthetic studies. Training data of b: 412 patients of two hospitals.",
                CardStatements.of(List.of(card("a", "600 synthetic studies", "Research only."),
                        card("b", "412 patients of two hospitals", "Research only."))).paragraph());
    }

    @Test
    void differentUsesAreNamedByModel() {
        assertEquals(List.of("a: Research only.", "b: Teaching."), CardStatements.of(List.of(card("a", "x", "Research only."),
                card("b", "y", "Teaching"))).intendedUse());
    }

    @Test
    void whatACardDoesNotStateIsSaid() {
        assertEquals("No intended use is stated. Training data of a are not stated.",
                CardStatements.of(List.of(card("a", "", " "))).paragraph());
    }

    @Test
    void aReadingHasNoModel() {
        assertEquals("No model took part.", CardStatements.of(List.of()).paragraph());
    }

    public static ModelCard card(String id, String trainingData, String intendedUse) {
        return new ModelCard(id, "1.0.0", "bmo", List.of("background", "oedema"), Map.of(), 0.5,
                trainingData, Map.of(), intendedUse, "ab".repeat(32));
    }
}

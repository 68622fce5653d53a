package spine.unet.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spine.api.model.ModelCard;
import spine.unet.preprocessing.InputRecipe;

/** Cards are data from outside: read whole, or refused in a sentence. Some of these inputs were found by {@code .ci/fuzz}. */
class ModelCardJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"bmo", "vbivd"})
    void theShippedCardsAreReadAndWrittenAgain(String model) throws IOException {
        ModelCard card = read(shipped(model));
        assertEquals(card, read(new String(ModelCardJson.write(card), StandardCharsets.UTF_8)));
        assertEquals(card.inputRecipe().keySet(), InputRecipe.fromMap(card.inputRecipe()).toMap().keySet());
    }

    @Test
    void whatIsNoCardIsRefusedInASentence() throws IOException {
        String card = shipped("bmo");
        assertTrue(refusal(" ".repeat(2 << 20)).contains("more than 1048576 bytes"));
        assertTrue(refusal("[".repeat(100_000)).startsWith("the model card is not JSON"));
        assertTrue(refusal("\u001b[2Jx").startsWith("the model card is not JSON"));
        assertTrue(refusal("v\u0007\u0007").contains("v"));
        assertTrue(refusal(card.replaceFirst("\"operatingPoint\" : [0-9.]+", "\"operatingPoint\" : 2"))
                .contains("the operating point is 2.0; it must lie in 0..1"));
        assertTrue(refusal(card.replaceFirst("\"threshold\" : [0-9.]+", "\"threshold\" : 7")).contains("the threshold 7.0"));
        assertTrue(refusal(card.replaceFirst("\"weight\" : [0-9.]+", "\"weight\" : \"Infinity\"")).contains("both must be finite"));
        assertTrue(refusal("{}").contains("lacks 'classes'"));
        assertTrue(refusal("").contains("lacks 'classes'"));
    }

    /** A pixel of a nanometre would take more memory than there is. */
    @ParameterizedTest
    @ValueSource(strings = {"1e-9", "0", "-1", "NaN", "Infinity", "1e300"})
    void aRecipeBeyondEverySenseIsRefused(String spacing) throws IOException {
        Map<String, String> recipe = new HashMap<>(read(shipped("bmo")).inputRecipe());
        recipe.put("spacingMm", spacing);
        String reason = assertThrows(IllegalArgumentException.class, () -> InputRecipe.fromMap(recipe)).getMessage();
        assertEquals("the input recipe has spacingMm = " + Double.parseDouble(spacing) + ", which must lie in 0.1 to 10.0", reason);
    }

    private static ModelCard read(String card) throws IOException {
        return ModelCardJson.read(new ByteArrayInputStream(card.getBytes(StandardCharsets.UTF_8)));
    }

    private static String refusal(String card) {
        String reason = assertThrows(IOException.class, () -> read(card)).getMessage();
        assertTrue(reason.startsWith("the model card ") && reason.chars().noneMatch(Character::isISOControl), reason);
        return reason;
    }

    private static String shipped(String model) throws IOException {
        return Files.readString(Path.of("..", "spine.model." + model, "src", "main", "resources", "model", "card.json"));
    }
}

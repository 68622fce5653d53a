package spine.unet.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spine.api.model.ChangeRule;
import spine.api.model.FindingRule;
import spine.api.model.IntervalRule;
import spine.api.model.ModelCard;
import spine.unet.preprocessing.InputRecipe;

/** What the fuzzer calls for model cards: a card is read, and then the same again from what is written of it, or refused in a sentence. */
public final class FuzzCard {
    private static final String DIGEST = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    private FuzzCard() {
    }

    /** @param arguments the folder for the inputs to begin with */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        ModelCard plain = card();
        Files.write(folder.resolve("seed-0"), ModelCardJson.write(plain));
        Files.writeString(folder.resolve("seed-1"), new String(ModelCardJson.write(plain), StandardCharsets.UTF_8)
                .replace("\"operatingPoint\" : 0.5", "\"operatingPoints\" : {\"pixel\" : 0.4}"));
        Files.writeString(folder.resolve("seed-2"), "[".repeat(100) + "]".repeat(100));
    }

    /** Returns for every input; any exception is a finding. */
    public static void fuzzerTestOneInput(byte[] data) {
        ModelCard card;
        try {
            card = ModelCardJson.read(new ByteArrayInputStream(data));
        } catch (IOException refused) {
            oneSentence(refused.getMessage());
            return;
        }
        try {
            ModelCard again = ModelCardJson.read(new ByteArrayInputStream(ModelCardJson.write(card)));
            if (!again.equals(card)) {
                throw new IllegalStateException(card + " is written as " + again);
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("what was written of a card cannot be read", unreadable);
        }
        try {
            InputRecipe.fromMap(card.inputRecipe());
        } catch (IllegalArgumentException refused) {
            oneSentence(refused.getMessage());
        }
    }

    private static void oneSentence(String message) {
        if (message == null || message.isBlank() || message.length() > 1000 || message.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalStateException("no sentence: " + message);
        }
    }

    private static ModelCard card() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("validation crops, mean Dice", 0.91);
        FindingRule findings = new FindingRule(0.3, 0.5, -1.5, Map.of("peak", new FindingRule.Term(1.25, 0.5)), "phantoms");
        IntervalRule intervals = new IntervalRule("sparcc", 0.9, 0.8, 0.2, Map.of("total", 0.75),
                Map.of("noise", new IntervalRule.Range(0.5, 2)), DIGEST, "phantoms");
        return new ModelCard("spine.model.bmo", "1.0.0", "bmo", List.of("background", "oedema"), InputRecipe.DEFAULT.toMap(), 0.5,
                "phantoms", metrics, "research", DIGEST).withFindings(findings).withIntervals(intervals)
                .withChange(new ChangeRule("sparcc", Map.of("total", 2.5), 1, 40, DIGEST, "phantoms", Map.of("spine.sparcc.key", "1")));
    }
}

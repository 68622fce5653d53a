package spine.unet.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import spine.api.model.ModelCard;
import spine.common.text.PlainText;

/** Model cards as JSON: one object whose members are the components of {@link ModelCard}. */
public final class ModelCardJson {
    /** The shipped ones have 4 kB; the gate reads no more either. */
    private static final int LONGEST = 1 << 20;
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ModelCardJson() {
    }

    /**
     * Reads a card.
     *
     * @param in stays open
     * @throws IOException if it is no model card; the message names the member that is missing
     */
    public static ModelCard read(InputStream in) throws IOException {
        JsonNode root = json(in);
        try {
            return card(root);
        } catch (IllegalArgumentException e) {
            throw new IOException("the model card is wrong: " + PlainText.excerpt(String.valueOf(e.getMessage())), e);
        }
    }

    private static JsonNode json(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new IOException("the model card has more than " + LONGEST + " bytes");
        }
        try {
            return MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new IOException("the model card is not JSON: " + PlainText.excerpt(e.getOriginalMessage()), e);
        }
    }

    private static ModelCard card(JsonNode root) throws IOException {
        List<String> classes = new ArrayList<>();
        member(root, "classes").forEach(c -> classes.add(c.asText()));
        Map<String, String> recipe = new LinkedHashMap<>();
        member(root, "inputRecipe").fields().forEachRemaining(e -> recipe.put(e.getKey(), e.getValue().asText()));
        Map<String, Double> metrics = new LinkedHashMap<>();
        member(root, "metrics").fields().forEachRemaining(e -> metrics.put(e.getKey(), e.getValue().asDouble()));
        return new ModelCard(text(root, "id"), text(root, "version"), text(root, "role"), classes, recipe,
                operatingPoint(root), FindingRuleJson.read(root), IntervalRuleJson.read(root), ChangeRuleJson.read(root),
                text(root, "trainingData"), metrics, text(root, "intendedUse"), text(root, "weightsSha256"));
    }

    /** Older cards hold several, of which the one for pixels still has a meaning. */
    private static double operatingPoint(JsonNode root) throws IOException {
        JsonNode several = root.get("operatingPoints");
        return several == null ? number(root, "operatingPoint") : number(several, "pixel");
    }

    /** The member {@code settings} of a rule; none where it is left out. */
    static Map<String, String> settings(JsonNode rule) {
        Map<String, String> settings = new LinkedHashMap<>();
        rule.path("settings").properties().forEach(setting -> settings.put(setting.getKey(), setting.getValue().asText()));
        return settings;
    }

    /** Adds them to a rule if there are any. */
    static void putSettings(ObjectNode rule, Map<String, String> settings) {
        if (!settings.isEmpty()) {
            ObjectNode member = rule.putObject("settings");
            new TreeMap<>(settings).forEach(member::put);
        }
    }

    static String text(JsonNode root, String name) throws IOException {
        return member(root, name).asText();
    }

    static double number(JsonNode root, String name) throws IOException {
        return member(root, name).asDouble();
    }

    static JsonNode member(JsonNode root, String name) throws IOException {
        JsonNode member = root == null ? null : root.get(name);
        if (member == null || member.isNull()) {
            throw new IOException("the model card lacks '" + name + "'");
        }
        return member;
    }

    /** The card as UTF-8 text; the same card always gives the same bytes. */
    public static byte[] write(ModelCard card) throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("id", card.id()).put("version", card.version()).put("role", card.role());
        card.classes().forEach(root.putArray("classes")::add);
        ObjectNode recipe = root.putObject("inputRecipe");
        card.inputRecipe().forEach(recipe::put);
        root.put("operatingPoint", card.operatingPoint());
        card.findings().ifPresent(rule -> root.set("findings", FindingRuleJson.write(rule)));
        card.intervals().ifPresent(rule -> root.set("intervals", IntervalRuleJson.write(rule)));
        card.change().ifPresent(rule -> root.set("change", ChangeRuleJson.write(rule)));
        root.put("trainingData", card.trainingData());
        ObjectNode metrics = root.putObject("metrics");
        card.metrics().forEach(metrics::put);
        root.put("intendedUse", card.intendedUse()).put("weightsSha256", card.weightsSha256());
        return MAPPER.writeValueAsBytes(root);
    }
}

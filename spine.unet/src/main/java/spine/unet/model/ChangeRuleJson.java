package spine.unet.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import spine.api.model.ChangeRule;

/** The member {@code change} of a model card. */
final class ChangeRuleJson {

    private ChangeRuleJson() {
    }

    /**
     * @param card the whole card
     * @return empty if the card has no such member
     * @throws IOException if it lacks a member
     * @throws IllegalArgumentException if a number is out of its range
     */
    static Optional<ChangeRule> read(JsonNode card) throws IOException {
        JsonNode node = card.get("change");
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        Map<String, Double> totals = new LinkedHashMap<>();
        ModelCardJson.member(node, "totals").properties().forEach(total -> totals.put(total.getKey(), total.getValue().asDouble()));
        return Optional.of(new ChangeRule(ModelCardJson.text(node, "index"), totals, ModelCardJson.number(node, "unit"),
                ModelCardJson.member(node, "pairs").asInt(), ModelCardJson.text(node, "anatomySha256"), ModelCardJson.text(node, "basis"),
                ModelCardJson.settings(node)));
    }

    static ObjectNode write(ChangeRule rule) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("index", rule.indexId());
        ObjectNode totals = node.putObject("totals");
        rule.totals().forEach(totals::put);
        node.put("unit", rule.unit()).put("pairs", rule.pairs());
        node.put("anatomySha256", rule.anatomySha256()).put("basis", rule.basis());
        ModelCardJson.putSettings(node, rule.settings());
        return node;
    }
}

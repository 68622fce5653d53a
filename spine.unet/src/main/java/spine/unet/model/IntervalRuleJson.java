package spine.unet.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import spine.api.model.IntervalRule;

/** The member {@code intervals} of a model card. */
final class IntervalRuleJson {

    private IntervalRuleJson() {
    }

    /**
     * @param card the whole card
     * @return empty if the card has no such member
     * @throws IOException if it lacks a member
     * @throws IllegalArgumentException if a number is out of its range
     */
    static Optional<IntervalRule> read(JsonNode card) throws IOException {
        JsonNode node = card.get("intervals");
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        Map<String, Double> margins = new LinkedHashMap<>();
        ModelCardJson.member(node, "margins").properties().forEach(margin -> margins.put(margin.getKey(), margin.getValue().asDouble()));
        Map<String, IntervalRule.Range> familiar = new LinkedHashMap<>();
        for (var range : ModelCardJson.member(node, "familiar").properties()) {
            familiar.put(range.getKey(), new IntervalRule.Range(ModelCardJson.number(range.getValue(), "low"),
                    ModelCardJson.number(range.getValue(), "high")));
        }
        return Optional.of(new IntervalRule(ModelCardJson.text(node, "index"), ModelCardJson.number(node, "coverage"),
                ModelCardJson.number(node, "strict"), ModelCardJson.number(node, "lenient"), margins, familiar,
                ModelCardJson.text(node, "anatomySha256"), ModelCardJson.text(node, "basis"), ModelCardJson.settings(node)));
    }

    static ObjectNode write(IntervalRule rule) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("index", rule.indexId()).put("coverage", rule.coverage()).put("strict", rule.strict()).put("lenient", rule.lenient());
        ObjectNode margins = node.putObject("margins");
        rule.margins().forEach(margins::put);
        ObjectNode familiar = node.putObject("familiar");
        rule.familiar().forEach((trait, range) -> familiar.putObject(trait).put("low", range.low()).put("high", range.high()));
        node.put("anatomySha256", rule.anatomySha256()).put("basis", rule.basis());
        ModelCardJson.putSettings(node, rule.settings());
        return node;
    }
}

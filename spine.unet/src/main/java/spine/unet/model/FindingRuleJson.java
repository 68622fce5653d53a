package spine.unet.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import spine.api.model.FindingRule;

/** The member {@code findings} of a model card. */
final class FindingRuleJson {

    private FindingRuleJson() {
    }

    /**
     * @param card the whole card
     * @return empty if the card has no such member
     * @throws IOException if it lacks a member
     * @throws IllegalArgumentException if a number is out of its range
     */
    static Optional<FindingRule> read(JsonNode card) throws IOException {
        JsonNode node = card.get("findings");
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        Map<String, FindingRule.Term> terms = new LinkedHashMap<>();
        for (var entry : ModelCardJson.member(node, "terms").properties()) {
            terms.put(entry.getKey(), new FindingRule.Term(ModelCardJson.number(entry.getValue(), "weight"),
                    ModelCardJson.number(entry.getValue(), "typical")));
        }
        return Optional.of(new FindingRule(ModelCardJson.number(node, "candidatePoint"), ModelCardJson.number(node, "threshold"),
                ModelCardJson.number(node, "intercept"), terms, ModelCardJson.text(node, "basis")));
    }

    static ObjectNode write(FindingRule rule) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("candidatePoint", rule.candidatePoint()).put("threshold", rule.threshold()).put("intercept", rule.intercept());
        ObjectNode terms = node.putObject("terms");
        rule.terms().forEach((name, term) -> terms.putObject(name).put("weight", term.weight()).put("typical", term.typical()));
        return node.put("basis", rule.basis());
    }
}

package spine.evaluate.internal.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import spine.evaluate.internal.metric.Evaluation;
import spine.evaluate.internal.metric.Metric;
import spine.evaluate.internal.metric.MetricSection;
import spine.evaluate.internal.metric.Numbers;
import spine.evaluate.internal.stats.Bootstrap;
import spine.evaluate.internal.study.UnevaluatedStudy;

/** {@code evaluation.json}: all figures and the studies that are in none. */
final class EvaluationJson {
    private static final int DECIMALS = 6;

    private final ObjectMapper json = new ObjectMapper();

    String text(Evaluation evaluation) throws JsonProcessingException {
        ObjectNode root = json.createObjectNode();
        root.put("schema", "spine-evaluation/1");
        root.putObject("bootstrap").put("draws", Bootstrap.DRAWS).put("seed", Bootstrap.SEED).put("unit", "patient");
        ObjectNode makers = root.putObject("reportsMadeBy");
        evaluation.makers().forEach(makers::put);
        ArrayNode unevaluated = root.putArray("unevaluated");
        for (UnevaluatedStudy study : evaluation.cohort().unevaluated()) {
            unevaluated.addObject().put("study", study.study()).put("reason", study.reason()).put("truth", study.truth());
        }
        ObjectNode sections = root.putObject("sections");
        for (MetricSection section : evaluation.all()) {
            ObjectNode figures = sections.putObject(section.title());
            section.figures().forEach(figure -> put(figures.putObject(figure.name()), figure));
        }
        return json.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"))).writeValueAsString(root) + "\n";
    }

    private static void put(ObjectNode node, Metric figure) {
        put(node, "value", figure.estimate().value());
        if (figure.estimate().bounded()) {
            put(node, "lower", figure.estimate().lower());
            put(node, "upper", figure.estimate().upper());
            node.put("interval", figure.estimate().interval().words());
        }
        if (!figure.basis().isEmpty()) {
            node.put("basis", figure.basis());
        }
    }

    private static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, new BigDecimal(Numbers.field(value, DECIMALS)));
        } else {
            node.putNull(key);
        }
    }
}

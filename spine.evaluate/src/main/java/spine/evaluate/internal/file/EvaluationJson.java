package spine.evaluate.internal.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import spine.evaluate.internal.cohort.UnevaluatedStudy;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.measure.MetricValue;
import spine.evaluate.internal.metric.Evaluation;

/** {@code evaluation.json}: all metrics and the studies that are in none. */
final class EvaluationJson {
    private final ObjectMapper json = new ObjectMapper();

    String text(Evaluation evaluation) throws JsonProcessingException {
        ObjectNode root = json.createObjectNode();
        root.put("schema", "spine-evaluation/1");
        root.putObject("bootstrap").put("draws", MetricValue.PATIENTS.draws()).put("seed", MetricValue.PATIENTS.seed())
                .put("unit", "patient");
        ObjectNode provenance = root.putObject("reportsMadeBy");
        evaluation.provenance().forEach(provenance::put);
        ArrayNode unevaluated = root.putArray("unevaluated");
        for (UnevaluatedStudy study : evaluation.cohort().unevaluated()) {
            unevaluated.addObject().put("study", study.study()).put("reason", study.reason()).put("truth", study.truth());
        }
        ObjectNode sections = root.putObject("sections");
        for (MetricSection section : evaluation.all()) {
            ObjectNode metrics = sections.putObject(section.title());
            section.metrics().forEach(metric -> MetricJson.put(metrics.putObject(metric.name()), metric));
        }
        return json.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"))).writeValueAsString(root) + "\n";
    }
}

package spine.evaluate.internal.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import spine.evaluate.internal.measure.MetricSection;
import spine.evaluate.internal.measure.MetricValue;
import spine.evaluate.internal.reading.RatedStudies;
import spine.evaluate.internal.reading.Rater;
import spine.evaluate.internal.readerstudy.PaperRow;
import spine.evaluate.internal.readerstudy.RaterTable;
import spine.evaluate.internal.readerstudy.ReaderStudyResult;

/** {@code reader-study.json}: all figures of a study of readers. */
final class ReaderStudyJson {
    private final ObjectMapper json = new ObjectMapper();

    String text(ReaderStudyResult result) throws JsonProcessingException {
        RatedStudies studies = result.studies();
        ObjectNode root = json.createObjectNode();
        root.put("schema", "spine-reader-study/1");
        root.put("synthetic", result.synthetic());
        root.put("origin", result.origin());
        words(root.putArray("reportsMadeBy"), result.madeBy());
        root.put("patients", studies.first().size());
        root.put("studies", studies.visits().size());
        root.put("followed", studies.followed().size());
        words(root.putArray("readers"), studies.readers().stream().map(Rater::name).toList());
        root.putObject("bootstrap").put("draws", MetricValue.PATIENTS.draws()).put("seed", MetricValue.PATIENTS.seed())
                .put("unit", "patient");
        words(root.putArray("leftOut"), studies.leftOut());
        words(root.putArray("notes"), studies.notes());
        words(root.putArray("gaps"), result.gaps());
        result.amongReaders().ifPresent(metric -> root.put("readersAgreeAsPeople", ReaderStudyResult.asPeople(metric)));
        ArrayNode paper = root.putArray("paper");
        for (PaperRow row : result.paper()) {
            ObjectNode node = paper.addObject().put("figure", row.figure()).put("paper", new BigDecimal(row.paper()))
                    .put("compared", row.ours().name());
            MetricJson.put(node, row.ours());
            node.put("remark", row.remark());
        }
        ObjectNode tables = root.putObject("tables");
        for (RaterTable table : result.tables()) {
            ObjectNode rows = tables.putObject(table.id());
            for (MetricSection row : table.rows()) {
                ObjectNode metrics = rows.putObject(row.title());
                row.metrics().forEach(metric -> MetricJson.put(metrics.putObject(metric.name()), metric));
            }
        }
        return json.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"))).writeValueAsString(root) + "\n";
    }

    private static void words(ArrayNode node, List<String> words) {
        words.forEach(node::add);
    }
}

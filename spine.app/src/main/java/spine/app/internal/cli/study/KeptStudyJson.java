package spine.app.internal.cli.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The scores of an earlier run, out of its report, as {@link ResultLines} tells those of a new one. */
final class KeptStudyJson {

    private KeptStudyJson() {
    }

    /**
     * @param report of the schema of {@code docs/report.schema.json}
     * @param study takes what a new result would say
     */
    static void add(JsonNode report, ObjectNode study) {
        for (String label : new String[] {"pseudonym", "studyDate"}) {
            if (report.path("study").has(label)) {
                study.set(label, report.path("study").get(label));
            }
        }
        JsonNode anatomy = report.path("anatomy");
        ObjectNode scores = study.putObject("scores");
        // An index is told from all else by what only its part of a report has.
        for (Map.Entry<String, JsonNode> part : report.properties()) {
            if (part.getValue().has("unitsInView")) {
                score(part.getValue(), anatomy.path("units"), scores.putObject(part.getKey()));
            }
        }
        study.set("spine", anatomy.path("spine"));
        study.set("nameConfidence", anatomy.path("nameConfidence"));
        for (String sentences : new String[] {"warnings", "failures", "notes"}) {
            study.set(sentences, report.path(sentences));
        }
    }

    private static void score(JsonNode part, JsonNode units, ObjectNode index) {
        for (Map.Entry<String, JsonNode> value : part.properties()) {
            if (value.getValue().isNumber() || value.getValue().isNull()) {
                index.set(value.getKey(), value.getValue());
            }
        }
        part.path("intervals").path("totals").properties()
                .forEach(interval -> index.set(interval.getKey() + "Interval", interval.getValue()));
        index.set("unitsOfSpine", units);
        index.set("worst", part.path("worst"));
    }
}

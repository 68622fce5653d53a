package spine.app.internal.cli.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import spine.common.file.BoundedFile;

/**
 * The SPARCC part of a file in the shape of {@code report.json}.
 *
 * @param studyInstanceUid its study; may be empty
 * @param totals named totals
 * @param units score by level label
 */
public record TruthFile(String studyInstanceUid, Map<String, Double> totals, Map<String, Double> units) {
    /** The one number beside the totals that is none of them. */
    private static final String UNITS_IN_VIEW = "unitsInView";

    /** @throws IOException if the file is not JSON */
    public static TruthFile read(Path file) throws IOException {
        JsonNode report = new ObjectMapper().readTree(BoundedFile.read(file));
        JsonNode sparcc = report.path("sparcc");
        Map<String, Double> totals = new LinkedHashMap<>();
        sparcc.fields().forEachRemaining(field -> {
            if (field.getValue().isNumber() && !field.getKey().equals(UNITS_IN_VIEW)) {
                totals.put(field.getKey(), field.getValue().doubleValue());
            }
        });
        Map<String, Double> units = new LinkedHashMap<>();
        sparcc.path("units").forEach(unit -> units.put(unit.path("level").asText(), unit.path("score").asDouble()));
        return new TruthFile(report.at("/study/studyInstanceUid").asText(), totals, units);
    }
}

package spine.app.internal.cli.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The SPARCC part of a file in the shape of {@code report.json}.
 *
 * @param totals named totals
 * @param units score by level label
 */
record TruthFile(Map<String, Double> totals, Map<String, Double> units) {

    static TruthFile read(Path file) throws IOException {
        JsonNode sparcc = new ObjectMapper().readTree(file.toFile()).path("sparcc");
        Map<String, Double> totals = new LinkedHashMap<>();
        sparcc.fields().forEachRemaining(field -> {
            if (field.getValue().isNumber()) {
                totals.put(field.getKey(), field.getValue().doubleValue());
            }
        });
        Map<String, Double> units = new LinkedHashMap<>();
        sparcc.path("units").forEach(unit -> units.put(unit.path("level").asText(), unit.path("score").asDouble()));
        return new TruthFile(totals, units);
    }
}

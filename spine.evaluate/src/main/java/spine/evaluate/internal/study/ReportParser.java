package spine.evaluate.internal.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.api.image.Vec3;
import spine.api.report.ImageFinding;

/** Reads {@code report.json} and {@code truth.json} of the schema {@code spine-report/1}. */
public final class ReportParser {
    private static final String SCHEMA = "spine-report/1";
    private static final String DEFAULT_INDEX = "sparcc";

    private final ObjectMapper json = new ObjectMapper();

    /** @throws UnusableInputException if the file is not such a report */
    public StudyReport read(Path file) throws UnusableInputException, IOException {
        JsonNode report = tree(file);
        if (!SCHEMA.equals(report.path("schema").asText())) {
            throw new UnusableInputException(file + " is not a report of the schema " + SCHEMA + ".");
        }
        String study = report.at("/study/studyInstanceUid").asText();
        if (study.isEmpty()) {
            throw new UnusableInputException(file + " names no study.");
        }
        JsonNode index = report.path(report.at("/index/id").asText(DEFAULT_INDEX));
        try {
            return new StudyReport(file, study, totals(index), units(index), images(report), discs(report));
        } catch (IllegalArgumentException malformed) {
            throw new UnusableInputException(file + " cannot be understood: " + malformed.getMessage() + ".", malformed);
        }
    }

    private JsonNode tree(Path file) throws UnusableInputException, IOException {
        try {
            return json.readTree(file.toFile());
        } catch (JsonProcessingException broken) {
            throw new UnusableInputException(file + " is not valid JSON.", broken);
        }
    }

    private static Map<String, Double> totals(JsonNode index) {
        Map<String, Double> totals = new LinkedHashMap<>();
        index.fields().forEachRemaining(field -> {
            if (field.getValue().isNumber()) {
                totals.put(field.getKey(), field.getValue().asDouble());
            }
        });
        return totals;
    }

    private static Map<DiscLevel, Double> units(JsonNode index) {
        Map<DiscLevel, Double> units = new TreeMap<>();
        for (JsonNode unit : index.path("units")) {
            if (unit.path("present").asBoolean()) {
                units.put(DiscLevel.of(unit.path("level").asText()), unit.path("score").asDouble());
            }
        }
        return units;
    }

    private static Map<String, ImageFinding> images(JsonNode report) {
        Map<String, ImageFinding> images = new LinkedHashMap<>();
        for (JsonNode image : report.path("images")) {
            String uid = image.path("sopInstanceUid").asText();
            images.put(uid, new ImageFinding(uid, image.path("inflamed").asBoolean(), image.path("probability").asDouble()));
        }
        return images;
    }

    private static Map<DiscLevel, Vec3> discs(JsonNode report) {
        Map<DiscLevel, Vec3> discs = new TreeMap<>();
        for (JsonNode disc : report.at("/anatomy/discs")) {
            JsonNode centre = disc.path("centreMm");
            discs.put(DiscLevel.of(disc.path("level").asText()),
                    new Vec3(centre.path(0).asDouble(), centre.path(1).asDouble(), centre.path(2).asDouble()));
        }
        return discs;
    }
}

package spine.timeline.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import spine.api.deidentification.StudyIdentity;
import spine.api.deidentification.StudyIdentity.Fact;

/** Remembered results as JSON. */
final class RememberedJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SCHEMA = "spine-timeline/1";

    private RememberedJson() {
    }

    static byte[] write(List<RememberedResult> results) throws IOException {
        ObjectNode root = MAPPER.createObjectNode().put("schema", SCHEMA);
        ArrayNode all = root.putArray("results");
        results.forEach(result -> write(result, all.addObject()));
        return MAPPER.writeValueAsBytes(root);
    }

    private static void write(RememberedResult result, ObjectNode node) {
        StudyIdentity identity = result.identity();
        node.put("patient", result.patient()).put("specific", identity.specific()).put("deidentified", identity.deidentified());
        ObjectNode facts = node.putObject("facts");
        new TreeMap<>(identity.facts()).forEach((fact, value) -> facts.put(fact.name(), value));
        node.put("study", result.study()).put("date", identity.date().orElseThrow().toString());
        identity.time().ifPresent(time -> node.put("time", time.toString()));
        write(result.version(), node);
        result.corrects().ifPresent(models -> write(models, node.putObject("corrects")));
        result.images().folder().ifPresent(folder -> node.put("images", folder.toString()));
        if (!result.images().names().isEmpty()) {
            result.images().names().forEach(node.putArray("names")::add);
        }
        if (!result.comparison().isEmpty()) {
            node.put("comparison", result.comparison()).put("failed", result.failed());
        }
    }

    private static void write(ResultVersion version, ObjectNode node) {
        node.put("folder", version.folder().toString()).put("manifest", version.manifest());
    }

    /** @throws IOException if this is something else */
    static List<RememberedResult> read(byte[] json) throws IOException {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (!root.path("schema").asText().equals(SCHEMA)) {
                throw new IOException("it has no schema " + SCHEMA);
            }
            List<RememberedResult> results = new ArrayList<>();
            for (JsonNode node : root.path("results")) {
                results.add(read(node));
            }
            return results;
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            throw new IOException("it is damaged", e);
        }
    }

    private static RememberedResult read(JsonNode node) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        node.path("facts").properties().forEach(fact -> facts.put(Fact.valueOf(fact.getKey()), fact.getValue().asText()));
        StudyIdentity identity = new StudyIdentity(node.path("study").asText(), Optional.of(node.path("patient").asText()),
                node.path("specific").asBoolean(), node.path("deidentified").asBoolean(), facts,
                Optional.of(LocalDate.parse(node.path("date").asText())),
                Optional.ofNullable(node.path("time").asText(null)).map(LocalTime::parse));
        List<String> names = new ArrayList<>();
        node.path("names").forEach(name -> names.add(name.asText()));
        return new RememberedResult(identity, version(node),
                new ImageFiles(Optional.ofNullable(node.path("images").asText(null)).map(Path::of), names),
                Optional.of(node.path("corrects")).filter(JsonNode::isObject).map(RememberedJson::version),
                node.path("comparison").asText(), node.path("failed").asBoolean());
    }

    private static ResultVersion version(JsonNode node) {
        return new ResultVersion(Path.of(node.path("folder").asText()), node.path("manifest").asText());
    }
}

package spine.runtime.internal.selection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import spine.runtime.ModelName;

/** Choices as JSON: {@code {"schema":"spine-models/1","use":{role:name},"served":{role:[name]},"shadow":name,
 * "proven":[digest],"trials":{digest:{"model":name,"serving":name,"figures":text,"cases":text,"accepted":boolean}}}}. */
final class ModelSelectionJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SCHEMA = "spine-models/1";

    private ModelSelectionJson() {
    }

    static byte[] write(ModelSelection choices) throws IOException {
        ObjectNode root = MAPPER.createObjectNode().put("schema", SCHEMA);
        ObjectNode used = root.putObject("use");
        new TreeMap<>(choices.used()).forEach((role, name) -> used.put(role, name.toString()));
        ObjectNode served = root.putObject("served");
        new TreeMap<>(choices.served()).forEach((role, names) -> {
            ArrayNode list = served.putArray(role);
            names.forEach(name -> list.add(name.toString()));
        });
        choices.shadow().ifPresent(name -> root.put("shadow", name.toString()));
        ArrayNode proven = root.putArray("proven");
        new TreeSet<>(choices.proven()).forEach(proven::add);
        ObjectNode trials = root.putObject("trials");
        new TreeMap<>(choices.trials()).forEach((digest, trial) -> trials.putObject(digest).put("model", trial.model().toString())
                .put("serving", trial.serving().toString()).put("figures", trial.figures()).put("cases", trial.cases())
                .put("accepted", trial.accepted()));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    /** @throws IOException if these are no choices; the message says why */
    static ModelSelection read(byte[] json) throws IOException {
        JsonNode root = parse(json);
        if (!root.path("schema").asText().equals(SCHEMA)) {
            throw new IOException("it has no schema " + SCHEMA);
        }
        Map<String, ModelName> used = new LinkedHashMap<>();
        Map<String, List<ModelName>> served = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> use : root.path("use").properties()) {
            used.put(use.getKey(), name(use.getValue()));
        }
        for (Map.Entry<String, JsonNode> role : root.path("served").properties()) {
            List<ModelName> names = new ArrayList<>();
            for (JsonNode name : role.getValue()) {
                names.add(name(name));
            }
            served.put(role.getKey(), List.copyOf(names));
        }
        Optional<ModelName> shadow = root.has("shadow") ? Optional.of(name(root.get("shadow"))) : Optional.empty();
        Set<String> proven = new HashSet<>();
        root.path("proven").forEach(digest -> proven.add(digest.asText()));
        Map<String, ModelTrialRecord> trials = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> trial : root.path("trials").properties()) {
            trials.put(trial.getKey(), trial(trial.getValue()));
        }
        return new ModelSelection(used, served, shadow, proven, trials);
    }

    private static ModelTrialRecord trial(JsonNode trial) throws IOException {
        return new ModelTrialRecord(name(trial.path("model")), name(trial.path("serving")), trial.path("figures").asText(),
                trial.path("cases").asText(), trial.path("accepted").asBoolean());
    }

    private static JsonNode parse(byte[] json) throws IOException {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IOException("it is not JSON", e);
        }
    }

    private static ModelName name(JsonNode text) throws IOException {
        return ModelName.parse(text.asText()).orElseThrow(() -> new IOException("'" + text.asText() + "' is no ID@VERSION"));
    }
}

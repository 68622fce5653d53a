package spine.pipeline.result;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import spine.common.digest.Sha256;

/** A manifest as JSON. */
final class ManifestJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final PrettyPrinter LINES = new DefaultPrettyPrinter().withArrayIndenter(INDENTER).withObjectIndenter(INDENTER);
    private static final String SCHEMA = "spine-manifest/1";
    /** Field: SHA-256 of the manifest without this field, written in the same way. */
    private static final String DIGEST = "sha256";

    private ManifestJson() {
    }

    static byte[] write(Manifest manifest) throws IOException {
        ResultOrigin origin = manifest.origin();
        ObjectNode root = MAPPER.createObjectNode().put("schema", SCHEMA).put("study", origin.studyInstanceUid())
                .put("input", origin.input()).put("settings", origin.settings()).put("label", origin.label());
        manifest.noSpine().ifPresent(why -> root.put("noSpine", why));
        origin.indexes().forEach(root.putArray("indexes")::add);
        origin.formats().forEach(root.putArray("formats")::add);
        origin.parts().forEach(root.putArray("parts")::add);
        manifest.files().forEach(root.putObject("files")::put);
        return bytes(root.put(DIGEST, Sha256.of(bytes(root))));
    }

    /** Whether nobody has changed it since; one of before there was a digest in it counts as unchanged. */
    static boolean isAsWritten(byte[] json) throws IOException {
        if (!(parse(json) instanceof ObjectNode root)) {
            return false;
        }
        JsonNode written = root.remove(DIGEST);
        return written == null || written.asText().equals(Sha256.of(bytes(root)));
    }

    private static byte[] bytes(ObjectNode root) throws IOException {
        return MAPPER.writer(LINES).writeValueAsBytes(root);
    }

    /** @throws IOException if this is no manifest */
    static Manifest read(byte[] json) throws IOException {
        JsonNode root = parse(json);
        if (!root.path("schema").asText().equals(SCHEMA)) {
            throw new IOException("it has no schema " + SCHEMA);
        }
        Map<String, String> files = new TreeMap<>();
        root.path("files").properties().forEach(file -> files.put(file.getKey(), file.getValue().asText()));
        return new Manifest(new ResultOrigin(root.path("study").asText(), root.path("input").asText(), texts(root.path("parts")),
                root.path("settings").asText(), root.path("label").asText(), texts(root.path("indexes")),
                texts(root.path("formats"))), Optional.ofNullable(root.path("noSpine").asText(null)), files);
    }

    private static JsonNode parse(byte[] json) throws IOException {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IOException("it is no JSON", e);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}

package spine.stress.internal.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import spine.stress.internal.bundle.ModelJars;

/**
 * A report.json without what may differ between two runs: how long they took, which result they replace, and the version of the model that
 * is swapped.
 *
 * @param text everything else; two reports are the same if it is
 * @param version of that model
 * @param total23 as it is written, {@code null} if it is withheld
 * @param warnings their number
 */
public record QuietReport(String text, String version, String total23, int warnings) {
    private static final String REPLACES = "This result replaces that of revision ";
    // Numbers stay as they are written.
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** @param folder of the result */
    public static QuietReport read(Path folder) throws IOException {
        ObjectNode report = (ObjectNode) MAPPER.readTree(Files.readString(folder.resolve("report.json")));
        report.remove("timing");
        if (report.remove("predecessor") != null) {
            removeNote((ArrayNode) report.get("notes"));
        }
        String version = "";
        for (Iterator<JsonNode> models = report.path("models").elements(); models.hasNext();) {
            JsonNode model = models.next();
            if (model.path("id").asText().equals(ModelJars.MODEL)) {
                version = ((ObjectNode) model).remove("version").asText();
            }
        }
        return new QuietReport(MAPPER.writeValueAsString(report), version, report.path("sparcc").path("total23").asText("null"),
                report.path("warnings").size());
    }

    /** The note on the predecessor. */
    private static void removeNote(ArrayNode notes) {
        for (Iterator<JsonNode> note = notes.elements(); note.hasNext();) {
            if (note.next().asText().startsWith(REPLACES)) {
                note.remove();
            }
        }
    }
}

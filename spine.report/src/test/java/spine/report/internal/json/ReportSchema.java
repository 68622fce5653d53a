package spine.report.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code docs/report.schema.json}. */
final class ReportSchema {
    private static final JsonSchema SCHEMA = read(Path.of("..", "docs", "report.schema.json"));

    private ReportSchema() {
    }

    /** In what a report differs from the schema, in words; empty if in nothing. */
    static List<String> violations(JsonNode report) {
        return SCHEMA.validate(report).stream().map(Object::toString).toList();
    }

    private static JsonSchema read(Path file) {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

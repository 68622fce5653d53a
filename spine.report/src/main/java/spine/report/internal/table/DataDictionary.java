package spine.report.internal.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * All tables that stand beside the results of studies, from {@code dictionary.json}. {@code docs/data-dictionary.md} says the same.
 */
public final class DataDictionary {
    private static final List<TableDescription> TABLES = read();

    private DataDictionary() {
    }

    /** In the order in which a reader should meet them. */
    public static List<TableDescription> tables() {
        return TABLES;
    }

    private static List<TableDescription> read() {
        try (InputStream in = DataDictionary.class.getResourceAsStream("dictionary.json")) {
            return stream(new ObjectMapper().readTree(in)).map(DataDictionary::table).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static TableDescription table(JsonNode table) {
        return new TableDescription(table.path("name").asText(), table.path("title").asText(),
                stream(table.path("primaryKey")).map(JsonNode::asText).toList(),
                stream(table.path("fields")).map(field -> new Column(field.path("name").asText(), field.path("type").asText(),
                        field.path("unit").asText(), field.path("pattern").asText(), field.path("description").asText())).toList());
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}

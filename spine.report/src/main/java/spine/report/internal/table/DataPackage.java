package spine.report.internal.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import spine.common.file.AtomicFile;
import spine.common.file.BoundedFile;

/**
 * {@code datapackage.json}: the tables of a folder and what their columns mean, for programs (Frictionless Data Package 1.0, Table Schema).
 * It names the columns that the tables have now; one that scoring did not write has no description.
 */
public final class DataPackage {
    public static final String FILE = "datapackage.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Of the first line of a table, in characters. */
    private static final int LONGEST_HEADER = 1 << 16;
    /** Begins a file that a spreadsheet has saved as UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private DataPackage() {
    }

    /** Describes the tables that are in the folder, or removes the file where there is none. */
    public static void write(Path folder) throws IOException {
        ObjectNode description = JSON.createObjectNode().put("profile", "tabular-data-package").put("name", "spine-results")
                .put("title", "Scores of inflammation of the spine on STIR images, for research");
        ArrayNode resources = description.putArray("resources");
        for (TableDescription table : DataDictionary.tables()) {
            header(folder.resolve(table.file())).ifPresent(columns -> resources.add(resource(table, columns)));
        }
        if (resources.isEmpty()) {
            Files.deleteIfExists(folder.resolve(FILE));
        } else {
            AtomicFile.write(folder.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(description) + "\n");
        }
    }

    private static Optional<List<String>> header(Path table) throws IOException {
        if (!Files.exists(table)) {
            return Optional.empty();
        }
        BoundedFile.requireRegular(table);
        try (BufferedReader reader = Files.newBufferedReader(table, StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(firstLine(reader), CSVFormat.RFC4180)) {
            return parser.stream().findFirst().map(record -> record.stream().toList());
        }
    }

    private static String firstLine(BufferedReader reader) throws IOException {
        char[] text = new char[LONGEST_HEADER];
        int length = 0;
        for (int c = reader.read(); c >= 0 && c != '\n' && length < LONGEST_HEADER; c = reader.read()) {
            text[length++] = (char) c;
        }
        int begin = length > 0 && text[0] == BYTE_ORDER_MARK ? 1 : 0;
        return new String(text, begin, length - begin).stripTrailing();
    }

    private static ObjectNode resource(TableDescription table, List<String> columns) {
        ObjectNode resource = JSON.createObjectNode().put("profile", "tabular-data-resource").put("name", table.name())
                .put("path", table.file()).put("title", table.title()).put("format", "csv").put("mediatype", "text/csv")
                .put("encoding", "utf-8");
        ObjectNode schema = resource.putObject("schema");
        ArrayNode fields = schema.putArray("fields");
        for (String name : columns) {
            ObjectNode field = fields.addObject().put("name", name);
            Optional<Column> column = table.column(name);
            field.put("type", column.map(Column::type).orElse("string"));
            column.filter(known -> !known.unit().isEmpty()).ifPresent(known -> field.put("unit", known.unit()));
            column.ifPresent(known -> field.put("description", known.description()));
        }
        schema.putArray("missingValues").add("");
        ArrayNode key = schema.putArray("primaryKey");
        table.primaryKey().forEach(key::add);
        return resource;
    }
}

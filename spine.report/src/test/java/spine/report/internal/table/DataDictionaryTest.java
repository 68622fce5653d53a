package spine.report.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.report.internal.RecordedResult;
import spine.report.internal.csv.CsvReportWriter;
import spine.report.internal.csv.UnitsCsvReportWriter;

class DataDictionaryTest {
    @TempDir
    Path folder;

    /** But for studies.csv, which the command line writes: a test there compares it. */
    @Test
    void theColumnsAreThoseThatAreWritten() throws IOException {
        new CsvReportWriter().write(RecordedResult.of("2018-07-09"), folder);
        new UnitsCsvReportWriter().write(RecordedResult.of("2018-07-09"), folder);
        for (TableDescription table : DataDictionary.tables()) {
            if (!table.name().equals("studies")) {
                List<String> written = List.of(Files.readAllLines(folder.resolve(table.file())).get(0).split(","));
                written.forEach(name -> assertTrue(table.column(name).isPresent(), table.name() + " has " + name));
                assertEquals(table.columns().stream().map(Column::name).sorted().toList(),
                        written.stream().map(name -> table.column(name).orElseThrow().name()).distinct().sorted().toList(), table.name());
                assertTrue(written.containsAll(table.primaryKey()), table.name());
            }
        }
    }

    @Test
    void aNarrowRuleCountsBeforeAWideOne() {
        TableDescription scores = DataDictionary.tables().stream().filter(table -> table.name().equals("scores")).findFirst().orElseThrow();
        assertEquals("TOTAL", scores.column("total23").orElseThrow().name());
        assertEquals("TOTALLower", scores.column("total23Lower").orElseThrow().name());
        assertEquals("UNIT", scores.column("T12/L1").orElseThrow().name());
        assertEquals("models", scores.column("models").orElseThrow().name());
        assertFalse(scores.column("a remark").isPresent());
    }

    @Test
    void theDocumentSaysTheSame() throws IOException {
        String document = Files.readString(Path.of("../docs/data-dictionary.md"));
        List<String> lines = new ArrayList<>();
        for (TableDescription table : DataDictionary.tables()) {
            lines.add("## " + table.file());
            table.columns().forEach(column -> lines.add("| `" + column.name() + "` | " + column.type() + " | " + column.unit() + " | "
                    + column.description() + " |"));
        }
        assertEquals(String.join("\n", lines), String.join("\n", document.lines().filter(line -> line.startsWith("## ")
                || line.startsWith("| `")).toList()));
    }

    @Test
    void thePackageDescribesTheTablesThatAreThere() throws IOException {
        new CsvReportWriter().write(RecordedResult.of(""), folder);
        Files.writeString(folder.resolve("units.csv"), "\uFEFFstudy,unit,remark\r\n");
        DataPackage.write(folder);
        JsonNode resources = new ObjectMapper().readTree(folder.resolve("datapackage.json").toFile()).path("resources");
        assertEquals(List.of("scores.csv", "totals.csv", "units.csv", "lesions.csv"), resources.findValuesAsText("path"));
        JsonNode scores = resources.get(0).at("/schema/fields");
        assertEquals(List.of(Files.readAllLines(folder.resolve("scores.csv")).get(0).split(",")), scores.findValuesAsText("name"));
        assertEquals("date", scores.get(4).path("type").asText());
        assertEquals("points", scores.get(5).path("unit").asText());
        assertEquals("[\"study\",\"index\"]", resources.get(0).at("/schema/primaryKey").toString());
        JsonNode units = resources.get(2).at("/schema/fields");
        assertEquals(List.of("study", "unit", "remark"), units.findValuesAsText("name"), "as a spreadsheet saved it");
        assertFalse(units.get(2).has("description"));
        for (String name : List.of("scores.csv", "totals.csv", "units.csv", "lesions.csv")) {
            Files.delete(folder.resolve(name));
        }
        DataPackage.write(folder);
        assertFalse(Files.exists(folder.resolve("datapackage.json")));
    }
}

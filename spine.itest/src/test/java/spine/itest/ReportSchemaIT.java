package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;

/** Every report that the other tests left keeps to {@code docs/report.schema.json}; runs after them, outside a framework. */
public class ReportSchemaIT {

    @Test
    public void everyReportKeepsToTheSchema() throws Exception {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of(System.getProperty("it.report.schema"))));
        List<Path> reports;
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("it.work")))) {
            reports = files.filter(file -> file.endsWith("report.json")).toList();
        }
        assertFalse("No test left a report.", reports.isEmpty());
        for (Path report : reports) {
            assertEquals(report.toString(), List.of(),
                    schema.validate(new ObjectMapper().readTree(report.toFile())).stream().map(Object::toString).toList());
        }
    }
}

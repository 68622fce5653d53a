package spine.report.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import spine.api.report.ReportWriter;
import spine.tck.ReportWriterContract;

/** The contract of writers; besides, every report that is written keeps to the schema. */
class JsonContractTest extends ReportWriterContract {

    @Override
    protected ReportWriter create() {
        ReportWriter writer = new JsonReportWriter();
        return (result, folder) -> {
            List<Path> files = writer.write(result, folder);
            assertEquals(List.of(), ReportSchema.violations(new ObjectMapper().readTree(files.get(0).toFile())));
            return files;
        };
    }
}

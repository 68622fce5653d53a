package spine.report.internal.json;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import spine.api.report.ReportWriter;
import spine.api.report.ReportWriterService;
import spine.api.report.ScoringResult;
import spine.report.internal.archive.ArchiveFile;

/**
 * Writes {@code report.json}, the report other tools read, and beside it {@code result.json.gz}, from which the result can be scored again;
 * not beside a truth.
 */
@Component
@ReportWriterService(format = "json")
public final class JsonReportWriter implements ReportWriter {
    private final ObjectWriter json = new ObjectMapper()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
    private final ArchiveFile archive = new ArchiveFile();

    @Override
    public List<Path> write(ScoringResult result, Path folder) throws IOException {
        String text = json.writeValueAsString(ReportJson.of(result)) + "\n";
        Path report = Files.write(folder.resolve("report.json"), text.getBytes(StandardCharsets.UTF_8));
        return result.models().isEmpty() ? List.of(report) : List.of(report, archive.write(result, folder));
    }
}

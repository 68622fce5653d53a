package spine.report.internal.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Component;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.report.internal.ReportWarnings;

/** Writes {@code report.html}: one file without scripts and without anything to load. */
@Component(property = ReportWriter.FORMAT + "=html")
public final class HtmlReportWriter implements ReportWriter {

    @Override
    public List<Path> write(ScoringResult result, Path folder) throws IOException {
        String html = new ReportPage(result, ReportWarnings.of(result), css()).html();
        return List.of(Files.write(folder.resolve("report.html"), html.getBytes(StandardCharsets.UTF_8)));
    }

    private static String css() throws IOException {
        try (InputStream in = HtmlReportWriter.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(in, "report.css").readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

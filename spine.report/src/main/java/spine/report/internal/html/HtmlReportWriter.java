package spine.report.internal.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Component;
import spine.api.report.ReportWriter;
import spine.api.report.ReportWriterService;
import spine.api.report.ScoringResult;
import spine.common.html.HtmlTemplate;

/** Writes {@code report.html}: one file without scripts and without anything to load. */
@Component
@ReportWriterService(format = "html")
public final class HtmlReportWriter implements ReportWriter {
    private final HtmlTemplate template = new HtmlTemplate(HtmlReportWriter.class, "report");
    private final String css = css();

    @Override
    public List<Path> write(ScoringResult result, Path folder) throws IOException {
        return List.of(Files.writeString(folder.resolve("report.html"), template.render(ReportPage.of(result, css))));
    }

    private static String css() {
        try (InputStream in = HtmlReportWriter.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(in, "report.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

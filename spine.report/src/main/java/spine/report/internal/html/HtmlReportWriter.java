package spine.report.internal.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import spine.api.report.ReportWriter;
import spine.api.report.ReportWriterService;
import spine.api.report.ScoringResult;
import spine.common.html.HtmlTemplate;
import spine.common.page.PageAsset;
import spine.report.internal.page.PageStyle;

/**
 * Writes {@code report.html}: one file with nothing to load. Its policy lets a browser run the script of this bundle and no other, and load
 * nothing. Without scripts everything is there, too.
 */
@Component
@ReportWriterService(format = "html")
public final class HtmlReportWriter implements ReportWriter {
    private final HtmlTemplate template = new HtmlTemplate(HtmlReportWriter.class, "report");
    private final PageAsset style = PageStyle.with(HtmlReportWriter.class, "report.css");
    private final PageAsset script = PageAsset.reportScript();

    @Override
    public List<Path> write(ScoringResult result, Path folder) throws IOException {
        return List.of(Files.writeString(folder.resolve("report.html"), template.render(ReportPage.of(result, style, script))));
    }
}

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
import spine.report.internal.drawing.SlicePng;
import spine.report.internal.page.PageStyle;
import spine.report.internal.picture.Pictures;

/**
 * Writes {@code report.html}: one file with nothing to load. Its policy lets a browser run the script of this bundle and no other, and load
 * nothing. Without scripts everything is there, too. Beside it stands {@code overview.png}, the stations as a small picture.
 */
@Component
@ReportWriterService(format = "html")
public final class HtmlReportWriter implements ReportWriter {
    /** The overview as a small picture, for pages on many studies. */
    public static final String OVERVIEW = "overview.png";

    private final HtmlTemplate template = new HtmlTemplate(HtmlReportWriter.class, "report");
    private final PageAsset style = PageStyle.with(HtmlReportWriter.class, "report.css");
    private final PageAsset script = PageAsset.reportScript();

    @Override
    public List<Path> write(ScoringResult result, Path folder) throws IOException {
        return List.of(Files.writeString(folder.resolve("report.html"), template.render(ReportPage.of(result, style, script))),
                Files.write(folder.resolve(OVERVIEW), SlicePng.png(new Pictures(result).small(result.scores().get(0)))));
    }
}

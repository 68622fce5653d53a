package spine.report.internal.comparison.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import spine.common.html.HtmlTemplate;
import spine.common.page.PageAsset;
import spine.report.internal.comparison.change.Comparison;
import spine.report.internal.comparison.picture.AlignedPictures;
import spine.report.internal.page.PageStyle;

/**
 * Writes {@code comparison.html}: one file with nothing to load. Its policy lets a browser run the script of reports and no other. Without
 * scripts everything is there, too.
 */
public final class PageWriter {
    /** The name of the file. */
    public static final String FILE = "comparison.html";

    private final HtmlTemplate template = new HtmlTemplate(PageWriter.class, "comparison");
    private final PageAsset style = PageStyle.with(PageWriter.class, "comparison.css");
    private final PageAsset script = PageAsset.reportScript();

    /** Writes it into the folder. */
    public void write(Comparison comparison, List<String> warnings, AlignedPictures pictures, Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), template.render(ComparisonPage.of(comparison, warnings, pictures, style, script)));
    }
}

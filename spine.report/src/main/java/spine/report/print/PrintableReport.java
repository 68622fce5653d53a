package spine.report.print;

import java.util.function.IntPredicate;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.report.ScoringResult;

/** A report for those who set it on pages, such as the writer of PDF. Safe for use by many threads. */
@ProviderType
public interface PrintableReport {

    /**
     * The report as XHTML with a style sheet of CSS 2.1 and pages of A4. Its pictures are inside as JPEG; nothing is to be loaded, and
     * nothing runs. It asks for the font family {@code report}, regular and bold, of whoever sets it.
     *
     * @param shows whether that font has a character; others are written by their numbers
     */
    String xhtml(ScoringResult result, IntPredicate shows);
}

package spine.api.report;

import java.util.function.IntPredicate;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Extension point: the report for those who set it on pages, such as the writer of PDF.
 *
 * <p>Ranking: highest {@code service.ranking}, then lowest service id. Threads: called from several threads at once.
 */
@ConsumerType
public interface PrintableReport {

    /**
     * The report as XHTML with a style sheet of CSS 2.1 and pages of A4. Its pictures are inside as JPEG; nothing is to be loaded, and
     * nothing runs. It asks for the font family {@code report}, regular and bold, of whoever sets it. The same result gives the same text,
     * however long it took.
     *
     * @param result what to write, read only
     * @param shows whether that font has a character; others are written by their numbers
     */
    String xhtml(ScoringResult result, IntPredicate shows);
}

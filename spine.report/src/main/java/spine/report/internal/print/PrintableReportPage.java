package spine.report.internal.print;

import java.util.Locale;
import java.util.function.IntPredicate;
import org.osgi.service.component.annotations.Component;
import spine.api.report.PrintableReport;
import spine.api.report.ScoringResult;
import spine.common.html.HtmlTemplate;

/** The report by {@code print.mustache}. */
@Component
public final class PrintableReportPage implements PrintableReport {
    private static final int LAST_OF_ASCII = 0x7e;
    private final HtmlTemplate template = new HtmlTemplate(PrintableReportPage.class, "print");

    @Override
    public String xhtml(ScoringResult result, IntPredicate shows) {
        String page = template.render(PrintPage.of(result));
        StringBuilder shown = new StringBuilder(page.length());
        page.codePoints().forEach(character -> {
            if (character <= LAST_OF_ASCII || !turns(character) && shows.test(character)) {
                shown.appendCodePoint(character);
            } else {
                shown.append(String.format(Locale.ROOT, character > Character.MAX_VALUE ? "\\u{%x}" : "\\u%04x", character));
            }
        });
        return shown.toString();
    }

    /** Marks that turn the direction of writing, or show nothing at all. */
    private static boolean turns(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            default -> false;
        };
    }
}

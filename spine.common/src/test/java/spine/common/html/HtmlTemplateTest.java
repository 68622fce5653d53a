package spine.common.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.samskivert.mustache.MustacheException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HtmlTemplateTest {

    private record Page(String title, List<Row> rows, String drawing) {
    }

    private record Row(String name, boolean hit, Optional<String> note) {
    }

    @Test
    void valuesAreEscapedAndMarkupIsNot() {
        List<Row> rows = List.of(new Row("it's", true, Optional.empty()), new Row("two", false, Optional.of("<note>")));
        String html = new HtmlTemplate(HtmlTemplateTest.class, "page").render(new Page("a <b> & \"c\"", rows, "<svg/>"));
        assertEquals("""
                <h1>a &lt;b&gt; &amp; &quot;c&quot;</h1>
                <ul>
                <li>it&#39;s! -</li>
                <li>two &lt;note&gt;</li>
                </ul>
                <svg/>
                """, html);
    }

    @Test
    void aPageWithoutRowsSaysSo() {
        String html = new HtmlTemplate(HtmlTemplateTest.class, "page").render(new Page("", List.of(), ""));
        assertEquals("<h1></h1>\n<p>none</p>\n\n", html);
    }

    @Test
    void aNameThatTheModelLacksIsAnError() {
        HtmlTemplate page = new HtmlTemplate(HtmlTemplateTest.class, "page");
        assertThrows(MustacheException.class, () -> page.render(new Row("name", true, Optional.empty())));
    }

    @Test
    void missingTemplatesAreNoticedAtOnce() {
        assertThrows(IllegalStateException.class, () -> new HtmlTemplate(HtmlTemplateTest.class, "absent"));
        assertThrows(IllegalStateException.class, () -> new HtmlTemplate(HtmlTemplateTest.class, "incomplete"));
    }
}

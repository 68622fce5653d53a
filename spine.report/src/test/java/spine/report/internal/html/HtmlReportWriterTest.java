package spine.report.internal.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import spine.api.model.ModelCard;
import spine.api.report.ScoringResult;
import spine.report.internal.CardStatementsTest;
import spine.report.internal.DrawnResult;
import spine.report.internal.drawing.Ink;
import spine.report.internal.drawing.ScoreColour;

class HtmlReportWriterTest {
    @TempDir
    Path folder;

    @Test
    void thePageStandsAlone() throws IOException {
        String html = page(DrawnResult.wholeSpine());
        assertTrue(html.length() < 3_000_000, "page of " + html.length() + " characters");
        assertFalse(html.contains("http:") || html.contains("https:") || html.contains(" src="), "nothing to load");
        assertFalse(html.contains(" style=") || html.matches("(?s).* on[a-z]+=.*"), "the policy would not let it");
        assertEquals(2 + 21 * 3 * 2, html.split("<svg class=\"slice\"", -1).length - 1, "two stations, each unit twice");
        List<String> embedded = html.lines().filter(line -> line.startsWith("<image ")).toList();
        assertTrue(embedded.size() <= 2 * DrawnResult.SLICES && embedded.size() == Set.copyOf(embedded).size(), "each image once");
        assertTrue(html.contains("Research use only"));
    }

    /** A browser runs what the policy names by its digest and nothing else. */
    @Test
    void thePolicyNamesWhatStandsInThePage() throws Exception {
        String html = page(DrawnResult.wholeSpine());
        for (String element : List.of("style", "script")) {
            String text = html.substring(html.indexOf("<" + element + ">") + element.length() + 2, html.indexOf("</" + element + ">"));
            assertTrue(html.contains(element + "-src 'sha256-" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8))) + "'"), element);
        }
        assertTrue(html.indexOf("Content-Security-Policy") < html.indexOf("<title>"));
    }

    @Test
    void theColoursOfThePictureAreThoseOfTheStyleSheet() throws IOException {
        String html = page(DrawnResult.wholeSpine());
        ScoreColour.legend(18).forEach(step -> assertTrue(html.contains(".step" + step.colour().step() + " { background: "
                + step.colour().hex())));
        for (Ink ink : Ink.values()) {
            assertTrue(html.matches("(?s).*svg\\.slice \\." + ink.name().toLowerCase(Locale.ROOT) + " \\{ stroke: #"
                    + String.format("%06x", ink.rgb()) + ".*"), ink.name());
        }
    }

    /** Digits of another script in a drawing would put outlines elsewhere; foreign code may set the locale, too. */
    @Test
    void theLocaleChangesNothing() throws IOException {
        String expected = page(DrawnResult.wholeSpine());
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("ar-EG-u-nu-arab", "de-DE", "tr-TR")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertEquals(expected, page(DrawnResult.wholeSpine()), tag);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aModelOfRealDataIsNotCalledSynthetic() throws IOException {
        ModelCard card = CardStatementsTest.card("spine.model.bmo", "412 patients of two hospitals", "For trials <only>");
        String html = page(DrawnResult.by(List.of(card)));
        assertTrue(html.contains("<b><bdi>For trials &lt;only&gt;.</bdi></b> <bdi>Training data of spine.model.bmo: 412 patients of two "
                + "hospitals.</bdi></p>"));
        assertFalse(html.contains("ynthetic"), html);
    }

    @Test
    void findingsStandInATableWithTheReason() throws IOException {
        String html = page(DrawnResult.wholeSpine());
        assertTrue(html.contains("<p>Findings that count: 1. Scores, outlined areas"), "one of the two counts");
        assertTrue(html.contains("<td>T6</td><td>anterior lower corner</td><td>T6/7</td><td>1: 4–5</td>"));
        assertTrue(html.contains("<td><bdi>Does not count: probability 0.07 is below 0.50.</bdi></td>"));
        assertTrue(page(DrawnResult.nothingFound()).contains("No candidate lesion was found."));
    }

    @Test
    void wordsFromOutsideAreEscaped() throws IOException {
        String html = page(DrawnResult.wholeSpine());
        assertTrue(html.contains("Counting is &quot;unsure&quot;, by &lt;one&gt;."));
        assertTrue(html.contains("Sag STIR &lt;11&gt; &amp; more"));
        assertFalse(html.contains("<one>"));
    }

    @Test
    void everyTagIsClosed() throws Exception {
        for (ScoringResult result : List.of(DrawnResult.wholeSpine(), DrawnResult.thirteenThoracic(), DrawnResult.nothingFound())) {
            String html = page(result);
            String body = html.substring(html.indexOf("<main>"), html.indexOf("</main>")).replaceAll("<(br|input[^>]*)>", "<$1/>")
                    + "</main>";
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(body)));
        }
    }

    @Test
    void unitsNotInViewAreNamedAsSuch() throws IOException {
        String html = page(DrawnResult.wholeSpine());
        assertTrue(html.contains("<th scope=\"row\">L5/S1</th><td>–</td><td colspan=\"3\">not found in the images"));
        assertTrue(html.contains("SPARCC · 21 of 23 units in view"));
        assertTrue(html.contains("SPARCC · Worst 6 units, 21 of 23 units in view"));
        assertTrue(html.contains("of 414 for 23 units"));
    }

    @Test
    void unitsAreRankedBesideThePictures() throws IOException {
        String html = page(DrawnResult.wholeSpine());
        String ranking = html.substring(html.indexOf("class=\"ranking\""), html.indexOf("units-title-1"));
        assertTrue(ranking.indexOf("T6/7") < ranking.indexOf("T9/10") && ranking.indexOf("T9/10") < ranking.indexOf("T10/11"), ranking);
        assertFalse(page(DrawnResult.nothingFound()).contains("class=\"ranking\""));
    }

    @Test
    void withoutVertebraeThePictureStaysAndThePageSaysSo() throws IOException {
        String html = page(DrawnResult.nothingFound());
        assertTrue(html.contains("No vertebra was found in these images"));
        assertTrue(html.contains("No unit scores above 0."));
        assertEquals(2, html.split("<svg class=\"slice\"", -1).length - 1);
    }

    @Test
    void theSameResultGivesTheSameBytes() throws IOException {
        assertEquals(page(DrawnResult.wholeSpine()), page(DrawnResult.wholeSpine()));
    }

    private String page(ScoringResult result) throws IOException {
        List<Path> files = new HtmlReportWriter().write(result, folder);
        assertEquals(List.of(folder.resolve("report.html"), folder.resolve("overview.png")), files);
        return Files.readString(files.get(0));
    }
}

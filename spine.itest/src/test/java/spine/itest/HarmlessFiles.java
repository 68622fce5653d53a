package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import spine.common.csv.CsvText;
import spine.common.text.PlainText;

/** That no file below a folder does anything to whoever opens it, whatever the words of a study are. */
final class HarmlessFiles {
    private static final Path JUDGE = Path.of("/usr/bin/dciodvfy");
    /** Marks that turn the direction of writing for what follows (UAX 9). */
    private static final Pattern TURNS = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");
    /** Attributes that run something, or lead elsewhere than into the page, a picture in it or a file beside it. */
    private static final String ACTIVE = """
            [...document.querySelectorAll('*')].flatMap(one => [...one.attributes]
                .filter(a => /^on/i.test(a.name) || /^(src|href|action|data|xlink:href)$/i.test(a.name)
                    && !/^(#|data:image|[\\w%.-]+(\\/[\\w%.-]+)*(#.*)?$)/.test(a.value))
                .map(a => one.tagName + ' ' + a.name + '=' + a.value)).join(' | ')""";

    /** What a page has asked for that does not lie beside it. */
    private static final String LOADED = "performance.getEntriesByType('resource').map(one => one.name)"
            + ".filter(name => !name.startsWith('file:')).join(' ')";

    private final Chromium browser;
    private final Map<String, Integer> seen = new TreeMap<>();

    HarmlessFiles(Chromium browser) {
        this.browser = browser;
    }

    /** @return how many files of each kind there are */
    Map<String, Integer> check(Path folder) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            String kind = name.substring(name.lastIndexOf('.') + 1);
            switch (kind) {
                case "html" -> page(file);
                case "csv" -> table(file);
                case "json" -> new ObjectMapper().readTree(file.toFile());
                case "pdf" -> paper(file);
                case "dcm" -> object(file);
                default -> { }
            }
            seen.merge(kind, 1, Integer::sum);
        }
        return seen;
    }

    /** Nothing of the study runs or is asked of the network, and its words turn no others. */
    private void page(Path file) throws Exception {
        browser.open("about:blank");
        browser.open(file.toUri().toASCIIString());
        browser.await("document.readyState === 'complete' && location.protocol === 'file:'", 60);
        assertEquals(file + ": a script of the study ran", "undefined", browser.evaluate("typeof window.ran"));
        assertEquals(file + ": loaded", "", browser.evaluate(LOADED));
        assertEquals(file + ": active", "", browser.evaluate(ACTIVE));
        assertFalse(file + ": turned", TURNS.matcher(browser.evaluate("document.documentElement.textContent")).find());
    }

    private static void table(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
            int columns = -1;
            for (CSVRecord line : parser) {
                columns = columns < 0 ? line.size() : columns;
                assertEquals(file + " line " + line.getRecordNumber(), columns, line.size());
                line.forEach(field -> assertEquals(file + ": a spreadsheet takes it for a formula", CsvText.text(field), field));
            }
        }
    }

    private static void paper(Path file) throws IOException {
        try (PDDocument paper = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(paper);
            assertTrue(file + ": without text", text.length() > 100);
            assertFalse(file + ": " + text, TURNS.matcher(text).find());
            assertEquals(file + ": characters that nobody sees", PlainText.lines(text.replace("\r", "").replace("\f", "")),
                    text.replace("\r", "").replace("\f", ""));
        }
    }

    private static void object(Path file) throws Exception {
        if (Files.exists(JUDGE)) {
            Process judge = new ProcessBuilder(JUDGE.toString(), file.toString()).redirectErrorStream(true).start();
            String verdict = new String(judge.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            judge.waitFor();
            List<String> errors = new ArrayList<>(verdict.lines().filter(line -> line.startsWith("Error")).toList());
            assertEquals(file.toString(), List.of(), errors);
        }
    }
}

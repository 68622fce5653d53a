package spine.evaluate.internal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static spine.page.tck.HostileText.HOSTILE;
import static spine.page.tck.HostileText.SHOWN;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.evaluate.internal.reading.ImageOutcome;
import spine.evaluate.internal.reading.RatedStudies;
import spine.evaluate.internal.reading.RatingJoin;
import spine.evaluate.internal.reading.Reading;
import spine.evaluate.internal.reading.ReadingRow;
import spine.evaluate.internal.reading.Total;
import spine.evaluate.internal.reading.Visit;
import spine.evaluate.internal.readerstudy.ReaderStudyResult;
import spine.page.tck.Browser;

/** The page as a person sees it, on every screen and on paper. */
class ReaderStudyInBrowserTest {
    private static Browser browser;
    @TempDir
    static Path folder;

    @BeforeAll
    static void start() {
        browser = new Browser(true);
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void everybodyCanReadItOnEveryScreen() throws Exception {
        Path page = page(List.of("A", "B", "C"));
        assertEquals(List.of(), browser.faultsOnScreens(page));
        assertEquals(0L, browser.evaluate("performance.getEntriesByType('resource').length"), "something was loaded");
        browser.open(page, 1280, 800);
        assertEquals(List.of(), browser.evaluate("[...document.querySelectorAll('.wide')].filter(one => one.scrollWidth > one.clientWidth)"
                + ".map(one => one.textContent.trim().slice(0, 40))"), "tables that are cut");
        assertEquals(0L, browser.evaluate("[...document.querySelectorAll('svg text')].filter(one => one.textContent.includes('NaN'))"
                + ".length"));
    }

    @Test
    void nothingIsCutOnPaper() throws Exception {
        browser.open(page(List.of("A", "B", "C")), 688, 1000);
        browser.print(true);
        assertEquals(true, browser.evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than A4 without its margins");
        browser.print(false);
    }

    @Test
    void wordsFromOutsideAreShownAndDoNothing() throws Exception {
        browser.open(page(List.of(HOSTILE, "B", "C")), 1280, 800);
        assertNull(browser.evaluate("window.ran"));
        assertEquals(0L, browser.evaluate("document.querySelectorAll('script, img').length"));
        assertTrue(((String) browser.evaluate("document.querySelector('header bdi').textContent")).startsWith(SHOWN));
        assertFalse(browser.runsForeignScripts(), "the policy lets no script run");
        assertFalse(((String) browser.evaluate("document.title")).contains("window"));
    }

    private static Path page(List<String> readers) throws Exception {
        return Files.writeString(folder.resolve("page.html"),
                ReaderStudyPage.html(ReaderStudyResult.of(drawn(readers), "Drawn for a test.", List.of("model a 1.0.0"),
                        List.of("For research alone."))));
    }

    /** Thirty patients at two times, who improve, read with some noise; the last reader has read one study too few. */
    private static RatedStudies drawn(List<String> readers) throws UnusableInputException {
        Random random = new Random(1);
        List<ReadingRow> rows = new ArrayList<>();
        Map<String, Reading> pipeline = new TreeMap<>();
        Map<String, Reading> truth = new TreeMap<>();
        List<ImageOutcome> images = new ArrayList<>();
        for (int patient = 0; patient < 30; patient++) {
            double level = Math.max(0, 4 * random.nextGaussian());
            for (int time = 1; time <= 2; time++) {
                Visit visit = new Visit("p" + patient, time, "1.2." + patient + "." + time);
                Reading right = reading(level / time, random);
                truth.put(visit.study(), right);
                pipeline.put(visit.study(), reading(level / time, random));
                for (String reader : readers) {
                    for (int sitting = 1; sitting <= 2; sitting++) {
                        if (patient > 0 || !reader.equals(readers.get(2))) {
                            rows.add(new ReadingRow(visit, reader, sitting, reading(level / time, random), "drawn"));
                        }
                    }
                }
                images.add(new ImageOutcome(visit.study(), random.nextBoolean(), random.nextBoolean(), 0.8, 0.7));
            }
        }
        return new RatingJoin(rows).with(pipeline::get, truth, images, List.of(), List.of("A note."));
    }

    private static Reading reading(double level, Random random) {
        Map<DiscLevel, Double> units = new TreeMap<>();
        DiscLevel.ALL.forEach(each -> units.put(each,
                (double) Math.round(Math.max(0, Math.min(18, level - 2 + 2 * random.nextGaussian())))));
        return new Reading(new EnumMap<>(Total.class), units).completed();
    }
}

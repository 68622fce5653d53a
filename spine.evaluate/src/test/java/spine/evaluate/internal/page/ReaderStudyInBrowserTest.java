package spine.evaluate.internal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
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

/** The page as a person sees it, on every screen and on paper. */
class ReaderStudyInBrowserTest {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    /** A script, a formula, and letters and marks that turn the direction of writing. */
    private static final String HOSTILE = "</style></script><script>window.ran=1</script><img src=x onerror='window.ran=1'>"
            + " =1+1 \u202e\u05d0\u05d1";
    /** It says of each new version of Chromium that it does not know all of it; held, so that its level stays. */
    private static final Logger LOG = Logger.getLogger("org.openqa.selenium");

    private static ChromeDriver driver;
    @TempDir
    static Path folder;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(Files.exists(PROGRAM) && Files.exists(DRIVER), "chromium and chromium-driver are not installed");
        LOG.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(PROGRAM.toString());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
        driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).usingAnyFreePort().build(),
                options);
    }

    @AfterAll
    static void end() {
        if (driver != null) {
            driver.quit();
        }
    }

    @Test
    void everybodyCanReadItOnEveryScreen() throws Exception {
        Path page = page(List.of("A", "B", "C"));
        for (int[] size : new int[][] {{1280, 800}, {1920, 1080}, {820, 1180}}) {
            open(page, size[0], size[1]);
            assertEquals(List.of(), barriers(), size[0] + " x " + size[1]);
            assertEquals(true, evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than " + size[0]);
        }
        assertEquals(0L, evaluate("performance.getEntriesByType('resource').length"), "something was loaded");
        open(page, 1280, 800);
        assertEquals(List.of(), evaluate("[...document.querySelectorAll('.wide')].filter(one => one.scrollWidth > one.clientWidth)"
                + ".map(one => one.textContent.trim().slice(0, 40))"), "tables that are cut");
        assertEquals(0L, evaluate("[...document.querySelectorAll('svg text')].filter(one => one.textContent.includes('NaN')).length"));
    }

    @Test
    void nothingIsCutOnPaper() throws Exception {
        open(page(List.of("A", "B", "C")), 688, 1000);
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        assertEquals(true, evaluate("document.documentElement.scrollWidth <= innerWidth"), "wider than A4 without its margins");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    }

    @Test
    void wordsFromOutsideAreShownAndDoNothing() throws Exception {
        open(page(List.of(HOSTILE, "B", "C")), 1280, 800);
        assertNull(evaluate("window.ran"));
        assertEquals(0L, evaluate("document.querySelectorAll('script, img').length"));
        assertTrue(((String) evaluate("document.querySelector('header bdi').textContent"))
                .startsWith(HOSTILE.replace("\u202e", "\\u202e")));
        evaluate("(() => { const own = document.createElement('script'); own.textContent = 'window.ran = 1';"
                + " document.body.append(own); })()");
        assertNull(evaluate("window.ran"), "the policy lets no script run");
        assertFalse(driver.getTitle().contains("window"));
    }

    private static void open(Path page, int width, int height) {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1,
                "mobile", false));
        driver.get(page.toUri().toString());
    }

    private static Object evaluate(String script) {
        return driver.executeScript("return " + script);
    }

    /** What axe finds that is serious or worse. */
    private static Object barriers() throws IOException {
        try (InputStream in = ReaderStudyInBrowserTest.class.getResourceAsStream("/axe.min.js")) {
            driver.executeScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "axe.run().then(found => done(found.violations.filter(one => one.impact === 'serious' || one.impact === 'critical')"
                + ".map(one => one.id + ': ' + one.nodes.slice(0, 3).map(node => node.html).join(' '))), fault => done([String(fault)]))");
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

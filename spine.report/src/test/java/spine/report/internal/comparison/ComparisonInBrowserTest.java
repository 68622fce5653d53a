package spine.report.internal.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static spine.page.tck.HostileText.HOSTILE;
import static spine.page.tck.HostileText.SHOWN;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import spine.api.anatomy.Vertebra;
import spine.api.comparison.StudyComparison.TimePoint;
import spine.api.report.LesionPlace;
import spine.api.report.LesionPlace.Half;
import spine.api.report.LesionPlace.Side;
import spine.api.report.LesionPlace.Site;
import spine.api.report.LesionPlace.Wall;
import spine.api.report.UsedSettings;
import spine.page.tck.Browser;

/** What a reader does with the page. */
class ComparisonInBrowserTest {
    private static final LesionPlace FRONT = new LesionPlace(Site.CORNER, Half.LOWER, Wall.ANTERIOR, Side.MEDIAN);

    private static Browser browser;
    @TempDir
    static Path folder;
    private static Path two;
    private static Path four;

    @BeforeAll
    static void start() throws Exception {
        browser = new Browser(true);
        DrawnTimePoint first = point(1, Map.of("T6/7", 12.0, "T9/10", 6.0, "L2/3", 3.0)).labelled(HOSTILE, "2025-01-01")
                .lesions(DrawnTimePoint.lesion("F1", 0, Vertebra.T6, FRONT, 400), DrawnTimePoint.lesion("F2", 1, Vertebra.T10, FRONT, 90));
        DrawnTimePoint last = point(2, Map.of("T6/7", 3.0, "T9/10", 9.0)).labelled("P1", "2024-12-01")
                .set(new UsedSettings(Map.of(HOSTILE, HOSTILE), HOSTILE)).lesions(DrawnTimePoint.lesion("F1", 0, Vertebra.T6, FRONT, 100));
        two = page("two", first, last);
        four = page("four", point(3, Map.of("T6/7", 12.0)).hidden("L4/5"), point(4, Map.of("T6/7", 8.0)), point(5, Map.of("T6/7", 4.0)),
                point(6, Map.of("T9/10", 4.0)).corrected());
    }

    private static DrawnTimePoint point(int study, Map<String, Double> points) {
        return new DrawnTimePoint("1.2." + study, points);
    }

    private static Path page(String name, DrawnTimePoint... times) throws Exception {
        List<TimePoint> points = new ArrayList<>();
        for (DrawnTimePoint time : times) {
            points.add(new TimePoint(time.write(folder.resolve(name + points.size())),
                    Optional.of(DrawnTimePoint.source(time.result().study()))));
        }
        return new ResultComparison(null).compare(points, folder.resolve(name)).page();
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void everybodyCanUseItOnEveryScreen() {
        for (Path page : List.of(two, four)) {
            assertEquals(List.of(), browser.faultsOnScreens(page));
        }
        assertEquals(0L, browser.evaluate("performance.getEntriesByType('resource').length"), "something was loaded");
    }

    @Test
    void aUnitIsOpenedByPointerAndByKey() throws InterruptedException {
        browser.open(two, 1280, 800);
        assertEquals(List.of("unit-1-T6-7"), open(), "what has changed most at first");
        assertEquals(6, browser.all("#unit-1-T6-7 svg.slice").size(), "three places at two times");
        browser.find(".units a[href='#unit-1-T9-10']").click();
        assertEquals(List.of("unit-1-T9-10"), open());
        assertEquals("unit-1-T9-10", browser.evaluate("document.activeElement.id"));
        browser.find("#unit-1-T9-10").sendKeys(Keys.ARROW_RIGHT);
        assertEquals(List.of("unit-1-T10-11"), open());
        browser.find(".chips a[href='#unit-1-L2-3']").sendKeys(Keys.ENTER);
        // A browser follows a link after the key was taken.
        for (int i = 0; i < 100 && !open().equals(List.of("unit-1-L2-3")); i++) {
            Thread.sleep(20);
        }
        assertEquals(List.of("unit-1-L2-3"), open());
        browser.find("[data-turn='-1']").click();
        assertEquals(List.of("unit-1-L1-2"), open());
        browser.find("[data-all]").click();
        assertEquals(21, open().size());
    }

    @Test
    void whatLiesOverThePicturesIsChosen() {
        browser.open(two, 1280, 800);
        assertEquals("none", style("svg.slice .lesion", "fill"));
        browser.find("input[value='fill']").click();
        assertEquals("rgb(255, 45, 99)", style("svg.slice .lesion", "fill"));
        browser.find("input[value='off']").click();
        assertEquals("none", style("svg.slice .lesion", "display"));
        browser.find("[data-hides='structures']").click();
        assertEquals("none", style("svg.slice .body", "display"));
        browser.find("[data-window] option[value='narrow']").click();
        assertEquals(List.of("url(#narrow-1)", "url(#narrow-3)"), browser.all("#unit-1-T6-7 tbody tr:first-child image").stream()
                .map(image -> image.getAttribute("filter")).toList(), "each time in its own window");
        assertEquals(1, browser.all("filter[id='narrow-3']").size());
    }

    @Test
    void theTableIsSortedByTheSizeOfTheChange() {
        browser.open(two, 1280, 800);
        browser.find("th[data-sort='score'] button").click();
        assertEquals(List.of("T6/7", "T9/10", "L2/3"), browser.all(".units tbody th").stream().limit(3).map(WebElement::getText).toList());
        browser.find("th[data-sort='place'] button").click();
        assertEquals("C2/3", browser.find(".units tbody th").getText());
    }

    @Test
    void paperShowsWhatHasChanged() {
        browser.open(two, 1280, 800);
        browser.print(true);
        assertEquals(List.of("unit-1-L2-3", "unit-1-T6-7", "unit-1-T9-10"), open().stream().sorted().toList());
        assertFalse(browser.find(".tools").isDisplayed());
        assertEquals(3, browser.all(".units tbody tr").stream().filter(WebElement::isDisplayed).count(), "nothing that was 0 all the time");
        assertTrue(browser.find(".unprinted").isDisplayed() && browser.find(".danger").isDisplayed());
        browser.print(false);
    }

    @Test
    void whatNobodyMayOverlookIsSeen() {
        browser.open(two, 1280, 800);
        assertTrue(((Number) browser.evaluate("document.querySelector('.danger').getBoundingClientRect().bottom")).doubleValue() < 400);
        assertTrue(browser.find(".warnings").getText().contains("contradicts the dates"));
        browser.open(four, 1280, 800);
        assertTrue(browser.find(".warnings").getText().contains("Not in view at every time point: L4/5"));
        assertEquals(0, browser.all(".danger").size());
    }

    @Test
    void wordsFromOutsideAreShownAndDoNothing() {
        browser.open(two, 1280, 800);
        assertNull(browser.evaluate("window.ran"));
        assertEquals(1L, browser.evaluate("document.querySelectorAll('script').length"));
        assertEquals(0L, browser.evaluate("document.querySelectorAll('img').length"));
        assertEquals("patient " + SHOWN, browser.evaluate("document.querySelector('.times bdi').textContent"));
        assertEquals("isolate", style(".times bdi", "unicode-bidi"));
        assertFalse(browser.runsForeignScripts(), "the policy lets no other script run");
    }

    @Test
    void withoutScriptsEverythingIsThere() {
        try (Browser still = new Browser(false)) {
            still.open(two, 1280, 800);
            assertEquals(21, still.all(".unit-card").stream().filter(WebElement::isDisplayed).count());
            assertFalse(still.find(".tools").isDisplayed());
        }
    }

    private static List<String> open() {
        return browser.all(".unit-card").stream().filter(WebElement::isDisplayed).map(card -> card.getAttribute("id")).toList();
    }

    private static String style(String selector, String property) {
        return browser.find(selector).getCssValue(property);
    }
}

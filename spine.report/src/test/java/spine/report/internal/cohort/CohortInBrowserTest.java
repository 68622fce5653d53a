package spine.report.internal.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static spine.page.tck.HostileText.SHOWN;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import spine.page.tck.Browser;

/** What a reader does with the page. */
class CohortInBrowserTest {
    private static final List<String> BY_TOTAL = List.of("1.3", "1.1", "1.2", "'" + WrittenCohort.FORMULA, "1.4", "1.5");

    private static Browser browser;
    private static Path page;
    @TempDir
    static Path folder;

    @BeforeAll
    static void start() throws Exception {
        browser = new Browser(true);
        WrittenCohort.mixed(folder);
        page = new PageCohortReport("1.0.0").write(folder).page();
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        browser.open(page, 1280, 800);
    }

    @Test
    void everybodyCanUseItOnEveryScreen() {
        assertEquals(List.of(), browser.faultsOnScreens(page));
    }

    @Test
    void onlySmallPicturesAreLoaded() {
        browser.find(".studies img").getLocation();
        browser.evaluate("document.querySelectorAll('img').forEach(picture => picture.loading = 'eager')");
        assertEquals(true, browser.evaluate("Array.from(document.images).every(picture => picture.src.endsWith('/overview.png'))"));
        assertEquals(4, browser.all("img").size());
        assertTrue((Long) browser.evaluate("document.images[0].naturalWidth") > 50, "the policy lets them in");
    }

    @Test
    void theTableIsSortedAndTheMapWithIt() {
        assertEquals(BY_TOTAL, names());
        press(".studies th[data-sort='t0']");
        assertEquals(List.of("1.2", "1.1", "1.3", "'" + WrittenCohort.FORMULA, "1.4", "1.5"), names(), "no total: last both ways");
        assertEquals("ascending", browser.find(".heat th[data-sort='t0']").getAttribute("aria-sort"));
        assertEquals(List.of("3", "2", "4", "1", "5", "6"), map());
        press(".studies th[data-sort='name']");
        assertEquals(List.of("1.1", "1.2", "1.3", "1.4", "1.5", "'" + WrittenCohort.FORMULA), names().stream()
                .sorted((one, other) -> Boolean.compare(one.startsWith("'"), other.startsWith("'"))).toList());
        assertNull(browser.find(".studies th[data-sort='t0']").getAttribute("aria-sort"));
        press(".studies th[data-sort='status']");
        assertEquals("'" + WrittenCohort.FORMULA, names().get(0), "failed");
        browser.find(".studies th[data-sort='warnings'] button").sendKeys(Keys.ENTER);
        assertEquals(List.of("1.4", "1.1"), names().subList(0, 2));
    }

    @Test
    void theMapIsSortedByAUnitAndTheTableWithIt() {
        browser.find(".heat th.level[data-sort='u10'] button").sendKeys(Keys.SPACE);
        assertEquals("T5/6", browser.find(".heat th.level[data-sort='u10']").getText().strip());
        press(".heat th.level[data-sort='u11']");
        assertEquals(List.of("1.1", "1.3", "1.2"), names().subList(0, 3), "9, 2 and 0 at T6/7");
        assertEquals(List.of("2", "4", "3"), map().subList(0, 3));
        assertEquals("descending", browser.find(".heat th.level[data-sort='u11']").getAttribute("aria-sort"));
    }

    @Test
    void studiesAreFilteredAndCountedAgain() {
        browser.find("[data-find]").sendKeys("1.3");
        assertEquals(List.of("1.3"), names());
        assertEquals("1 of 6 shown", browser.find("[role='status']").getText());
        assertEquals("n 1, median 20, IQR 20 to 20, range 20 to 20, above 0 100 %", browser.find(".figures").getText());
        assertEquals(List.of("4"), map());
        assertEquals("100 %, 1 of 1", share(11));
        browser.find("[data-reset]").click();
        assertEquals(BY_TOTAL, names());
        assertEquals("n 3, median 15, IQR 7.5 to 17.5, range 0 to 20, above 0 67 %", browser.find(".figures").getText());
        browser.find("[data-status] option:nth-child(2)").click();
        assertEquals(List.of("'" + WrittenCohort.FORMULA), names(), "failed");
        assertEquals("n 0", browser.find(".figures").getText());
        browser.find("[data-reset]").click();
        browser.find("[data-from]").sendKeys("1");
        browser.find("[data-to]").sendKeys("15");
        assertEquals(List.of("1.1"), names());
        browser.find("[data-reset]").click();
        browser.find("[data-warned]").sendKeys(Keys.SPACE);
        assertEquals(List.of("1.1", "1.4"), names());
    }

    /** The script counts as the bundle does. */
    @Test
    void withNothingFilteredNothingChanges() throws Exception {
        String written = Files.readString(page);
        for (String part : List.of(".count", ".share", ".figures", ".chart .bar")) {
            for (WebElement element : browser.all(part)) {
                String now = part.endsWith("bar") ? "width=\"" + element.getAttribute("width").replaceFirst("(\\.\\d)\\d+", "$1")
                        : ">" + element.getAttribute("textContent") + "<";
                assertTrue(written.contains(now), part + ": " + now);
            }
        }
    }

    @Test
    void ofManyStudiesTheFirstAreListedUntilAllAreAskedFor(@TempDir Path many) throws Exception {
        WrittenCohort cohort = new WrittenCohort(many);
        for (int i = 0; i < 320; i++) {
            cohort.row("1." + i, "refused", "");
        }
        cohort.save();
        browser.open(new PageCohortReport("1.0.0").write(many).page(), 1280, 800);
        assertEquals("320 of 320 shown, the first 300 listed", browser.find("[role='status']").getText());
        assertEquals(300L, browser.evaluate("document.querySelectorAll('.studies tbody tr:not([hidden])').length"));
        browser.find("[data-find]").sendKeys("1.31");
        assertEquals(List.of("1.31", "1.310", "1.311"), names().subList(0, 3));
        browser.find("[data-reset]").click();
        browser.find("[data-more]").sendKeys(Keys.ENTER);
        assertEquals(320L, browser.evaluate("document.querySelectorAll('.studies tbody tr:not([hidden])').length"));
        assertFalse(browser.find(".more").isDisplayed());
    }

    @Test
    void anotherTotalIsChosen() {
        assertEquals(List.of("0"), open(".chart[data-total]", "data-total"));
        browser.find(".tools [data-total] option[value='1']").click();
        assertEquals(List.of("1"), open(".chart[data-total]", "data-total"));
        assertEquals(List.of("0"), open(".map", "data-map"));
    }

    @Test
    void warningsAreOpenedAndLinksLeadToReports() {
        assertFalse(browser.find(".studies details li").isDisplayed());
        browser.find(".studies details summary").sendKeys(Keys.ENTER);
        assertEquals("The stations overlap.", browser.find(".studies details li").getText());
        browser.find(".heat tbody a").sendKeys(Keys.ENTER);
        assertEquals(folder.resolve("1.3/report.html").toUri().toString(), browser.evaluate("location.href"));
    }

    @Test
    void onPaperIsWhatIsShown() {
        browser.find("[data-find]").sendKeys("1.1");
        browser.print(true);
        assertEquals("none", browser.find(".tools").getCssValue("display"));
        assertEquals(List.of("1.1"), names());
        assertEquals("visible", browser.find(".box").getCssValue("overflow"), "nothing is cut");
        browser.print(false);
    }

    @Test
    void withoutScriptsEverythingIsThere() {
        try (Browser still = new Browser(false)) {
            still.open(page, 1280, 800);
            assertEquals(6, still.all(".studies tbody tr").stream().filter(WebElement::isDisplayed).count());
            assertEquals(2, still.all(".chart[data-total]").stream().filter(WebElement::isDisplayed).count());
            assertFalse(still.find(".tools").isDisplayed());
        }
    }

    @Test
    void wordsFromOutsideAreShownAndDoNothing() {
        assertNull(browser.evaluate("window.ran"));
        assertEquals(1L, browser.evaluate("document.querySelectorAll('script').length"));
        WebElement reason = browser.all(".studies p.note bdi").stream().filter(note -> note.getText().contains("window.ran"))
                .findFirst().orElseThrow();
        assertEquals(SHOWN, reason.getAttribute("textContent"));
        assertEquals("isolate", reason.getCssValue("unicode-bidi"));
        assertFalse(browser.runsForeignScripts(), "the policy lets no other script run");
    }

    private static void press(String header) {
        browser.find(header + " button").click();
    }

    /** Of the studies that are shown, in their order. */
    private static List<String> names() {
        return browser.all(".studies tbody tr").stream().filter(WebElement::isDisplayed).map(row -> row.getAttribute("data-name")).toList();
    }

    private static List<String> map() {
        return browser.all(".heat tbody tr").stream().filter(WebElement::isDisplayed).map(row -> row.getAttribute("data-i")).toList();
    }

    private static String share(int unit) {
        return browser.all(".share").get(unit).getAttribute("textContent");
    }

    private static List<String> open(String selector, String attribute) {
        return browser.all(selector).stream().filter(WebElement::isDisplayed).map(part -> part.getAttribute(attribute)).toList();
    }
}

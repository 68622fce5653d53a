package spine.report.internal.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static spine.page.tck.HostileText.HOSTILE;
import static spine.page.tck.HostileText.SHOWN;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import spine.api.image.Acquisition;
import spine.api.image.Note;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.StudyLabel;
import spine.api.report.ScoringResult;
import spine.api.report.UsedSettings;
import spine.page.tck.Browser;
import spine.report.internal.DrawnResult;

/** What a reader does with the page. */
class ReportInBrowserTest {
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
    void everybodyCanUseItOnEveryScreen() throws IOException {
        for (ScoringResult result : List.of(DrawnResult.wholeSpine(), DrawnResult.nothingFound())) {
            Path page = page(result);
            assertEquals(List.of(), browser.faultsOnScreens(page));
        }
        assertEquals(0L, browser.evaluate("performance.getEntriesByType('resource').length"), "something was loaded");
    }

    @Test
    void aUnitIsOpenedByPointerAndByKey() throws IOException {
        browser.open(page(DrawnResult.wholeSpine()), 1280, 800);
        assertEquals(List.of("unit-1-T6-7"), open(), "the highest at first");
        browser.find("svg a[href='#unit-1-L2-3'] polygon").click();
        assertEquals(List.of("unit-1-L2-3"), open());
        assertEquals("unit-1-L2-3", browser.evaluate("document.activeElement.id"));
        assertEquals(6, browser.all("#unit-1-L2-3 svg.slice").size(), "three slices with and without overlay");
        browser.find("svg a[href='#unit-1-C3-4']").sendKeys(Keys.ENTER);
        assertEquals(List.of("unit-1-C3-4"), open(), "one without a score");
        browser.find("#unit-1-C3-4").sendKeys(Keys.ARROW_RIGHT);
        assertEquals(List.of("unit-1-C4-5"), open());
        browser.find("[data-turn='-1']").click();
        browser.find("[data-turn='-1']").click();
        assertEquals(List.of("unit-1-C2-3"), open());
        assertTrue(browser.find("[role='status']").getAttribute("textContent").startsWith("C2/3"));
        browser.find(".units a[href='#unit-1-T9-10']").click();
        assertEquals(List.of("unit-1-T9-10"), open());
        browser.find("[data-all]").click();
        assertEquals(21, open().size());
        browser.find("[data-all]").click();
        assertEquals(List.of("unit-1-T9-10"), open());
    }

    @Test
    void whatLiesOverThePicturesIsChosen() throws IOException {
        browser.open(page(DrawnResult.wholeSpine()), 1280, 800);
        assertEquals("rgb(255, 45, 99)", style("svg.slice .lesion", "fill"));
        browser.find("input[value='outline']").click();
        assertEquals("none", style("svg.slice .lesion", "fill"));
        browser.find("input[value='off']").click();
        assertEquals("none", style("svg.slice .lesion", "display"));
        for (Map.Entry<String, String> part : Map.of("structures", ".body", "units", ".mark", "plain", ".plain").entrySet()) {
            WebElement box = browser.find("[data-hides='" + part.getKey() + "']");
            box.click();
            assertEquals("none", style("section " + part.getValue() + ":not(.legend *)", "display"), part.getKey());
            box.click();
            assertFalse(style("section " + part.getValue() + ":not(.legend *)", "display").equals("none"), part.getKey());
        }
        browser.find("[data-window] option[value='wide']").click();
        assertEquals("url(#wide-2)", browser.find("use[data-station='2']").getAttribute("filter"));
        browser.find("[data-window] option[value='']").click();
        assertNull(browser.find("use[data-station='2']").getAttribute("filter"));
    }

    @Test
    void theTableIsSorted() throws IOException {
        browser.open(page(DrawnResult.wholeSpine()), 1280, 800);
        browser.find("th[data-sort='score'] button").click();
        assertEquals("T6/7", browser.find(".sortable tbody th").getText());
        assertEquals("descending", browser.find("th[data-sort='score']").getAttribute("aria-sort"));
        assertNull(browser.find("th[data-sort='place']").getAttribute("aria-sort"));
        browser.find("th[data-sort='score'] button").click();
        assertEquals("C2/3", browser.find(".sortable tbody th").getText());
        assertEquals("L5/S1", browser.all(".sortable tbody th").get(22).getText(), "not in view: last both ways");
        browser.find("th[data-sort='place'] button").click();
        assertEquals("L4/5", browser.all(".sortable tbody th").get(21).getText());
    }

    @Test
    void onPaperAreTheUnitsWithAScoreAndNothingToPress() throws IOException {
        browser.open(page(DrawnResult.wholeSpine()), 794, 1123);
        browser.print(true);
        assertEquals(4, open().size());
        assertEquals("none", style(".tools", "display"));
        assertEquals("none", style(".pager", "display"));
        assertTrue(browser.find(".research").isDisplayed() && browser.find(".warnings").isDisplayed());
        browser.print(false);
    }

    @Test
    void withoutScriptsEverythingIsThere() throws IOException {
        try (Browser still = new Browser(false)) {
            still.open(page(DrawnResult.wholeSpine()), 1280, 800);
            assertEquals(21, still.all(".unit-card").stream().filter(WebElement::isDisplayed).count());
            assertFalse(still.find(".tools").isDisplayed());
            assertEquals(0, still.all("th button").size());
        }
    }

    @Test
    void wordsFromOutsideAreShownAndDoNothing() throws IOException {
        browser.open(page(hostile()), 1280, 800);
        assertNull(browser.evaluate("window.ran"));
        assertEquals(1L, browser.evaluate("document.querySelectorAll('script').length"));
        assertEquals(0L, browser.evaluate("document.querySelectorAll('img').length"));
        assertEquals(SHOWN, browser.evaluate("document.querySelector('.warnings bdi').textContent"));
        assertEquals("isolate", style(".warnings bdi", "unicode-bidi"));
        assertFalse(browser.runsForeignScripts(), "the policy lets no other script run");
    }

    private static List<String> open() {
        return browser.all(".unit-card").stream().filter(WebElement::isDisplayed).map(card -> card.getAttribute("id")).toList();
    }

    private static String style(String selector, String property) {
        return browser.find(selector).getCssValue(property);
    }

    private static Path page(ScoringResult result) throws IOException {
        return new HtmlReportWriter().write(result, folder).get(0);
    }

    private static ScoringResult hostile() {
        ScoringResult drawn = DrawnResult.wholeSpine();
        List<SliceStack> stacks = drawn.study().stacks().stream().map(stack -> new SliceStack(stack.seriesInstanceUid(),
                stack.frameOfReferenceUid(), HOSTILE, new Acquisition(1, 1, 1, 1, 1, HOSTILE), stack.slices())).toList();
        Study study = new Study(drawn.study().studyInstanceUid(), stacks, List.of(Note.warning(HOSTILE), Note.info(HOSTILE)))
                .labelled(new StudyLabel(Optional.of(HOSTILE), Optional.of(HOSTILE)));
        return new ScoringResult(study, drawn.models(), drawn.anatomy(), drawn.lesions(), drawn.images(), drawn.findings(), drawn.scores(),
                List.of(), List.of(HOSTILE), drawn.timing(), List.of(HOSTILE, HOSTILE), new UsedSettings(Map.of(HOSTILE, HOSTILE), HOSTILE),
                List.of(HOSTILE), Optional.empty());
    }
}

package spine.page.tck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Chromium without a window, in which a page is open; tests without it are skipped. */
public final class Browser implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private static final List<Dimension> SCREENS = List.of(new Dimension(1280, 800), new Dimension(1920, 1080), new Dimension(820, 1180));

    /** It says of each new version of Chromium that it does not know all of it; held, so that its level stays. */
    private static final Logger LOG = Logger.getLogger("org.openqa.selenium");

    static {
        LOG.setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;

    /** @param scripts whether scripts of pages run */
    public Browser(boolean scripts) {
        Assumptions.assumeTrue(Files.exists(PROGRAM) && Files.exists(DRIVER), "chromium and chromium-driver are not installed");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(PROGRAM.toString());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
        if (!scripts) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).usingAnyFreePort().build(),
                options);
    }

    /** @param width of the window in pixels, the height likewise */
    public void open(Path page, int width, int height) {
        // What is chosen is kept for an address; a new one each time.
        driver.get("about:blank");
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1,
                "mobile", false));
        driver.manage().window().setSize(new Dimension(width, height));
        driver.get(page.toUri().toString());
    }

    /** Shows the page as on paper, or on the screen again. */
    public void print(boolean printed) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", printed ? "print" : ""));
    }

    /** The first element that a selector of CSS names; there must be one. */
    public WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Value of an expression in the page. */
    public Object evaluate(String script) {
        return driver.executeScript("return " + script);
    }

    /** What keeps people from using a page on a notebook, a large screen or a tablet: barriers, and what is wider than the window. */
    public List<String> faultsOnScreens(Path page) {
        List<String> faults = new ArrayList<>();
        for (Dimension screen : SCREENS) {
            open(page, screen.width, screen.height);
            barriers().forEach(barrier -> faults.add(barrier + " at " + screen));
            if (!evaluate("document.documentElement.scrollWidth <= innerWidth").equals(true)) {
                faults.add("wider than " + screen);
            }
        }
        return faults;
    }

    /** Whether a script runs that somebody has put into the page, or one in {@link HostileText} has run. */
    public boolean runsForeignScripts() {
        evaluate("(() => { const own = document.createElement('script'); own.textContent = 'window.ran = 1';"
                + " document.body.append(own); })()");
        return evaluate("window.ran") != null;
    }

    /** What axe finds that is serious or worse. */
    @SuppressWarnings("unchecked")
    public List<String> barriers() {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            driver.executeScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return (List<String>) driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "axe.run().then(found => done(found.violations.filter(one => one.impact === 'serious' || one.impact === 'critical')"
                + ".map(one => one.id + ': ' + one.nodes.slice(0, 3).map(node => node.html).join(' '))), fault => done([String(fault)]))");
    }

    @Override
    public void close() {
        driver.quit();
    }
}

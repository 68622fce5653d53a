package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.Test;

/** Files of settings are in effect in a command that starts, scores one study and ends. */
public class ConfigurationIT {
    private final Path work;
    private final Product product;
    private final Path settings;
    private Product.Outcome last;

    public ConfigurationIT() throws Exception {
        work = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "configuration").toRealPath();
        product = new Product(work.resolve("home"));
        settings = Files.createDirectories(work.resolve("home").resolve("conf")).resolve("spine.unet.cfg");
    }

    @Test
    public void averagingReachesTheModelsAndASlipIsNamed() throws Exception {
        assertEquals("", spine("phantom", "--out", work.resolve("study").toString(), "--n", "1", "--seed", "5"));
        assertEquals("", score("plain"));
        List<String> printed = last.out().lines().toList();
        assertTrue("a Configurator without a log prints what it does first: " + printed, printed.stream().noneMatch(l ->
                l.contains("DEBUG")));
        Files.writeString(settings, "averaging=true\n");
        assertEquals("", score("averaged"));
        assertNotEquals("the models see every slice twice", probabilities("plain"), probabilities("averaged"));
        assertEquals("{}", settings("plain").path("changed").toString());
        assertEquals("{\"spine.unet.averaging\":\"true\"}", settings("averaged").path("changed").toString());
        assertNotEquals(settings("plain").path("sha256"), settings("averaged").path("sha256"));
        Files.writeString(settings, "averaging=perhaps\n");
        assertEquals("spine: " + settings.toRealPath() + ": the value 'perhaps' of averaging is neither true nor false;"
                + " the default false stays.\n", score("slip"));
        assertEquals("the default is in effect again", probabilities("plain"), probabilities("slip"));
        assertEquals("a value that is not in effect is not told", settings("plain"), settings("slip"));
        Files.writeString(settings, "");
        Files.writeString(settings.resolveSibling("spine.app.cfg"), "index.seconds=100\n");
        assertEquals("", score("patient"));
        assertEquals("time limits change no result", settings("plain"), settings("patient"));
        Files.writeString(settings, "averaging=true\n");
        assertEquals("", score("again"));
        Files.delete(settings);
        assertEquals("", score("gone"));
        assertEquals("the file is gone, and so is what it said", probabilities("plain"), probabilities("gone"));
    }

    /** Although it needs none of the models, before which settings must be read. */
    @Test
    public void aNewKeyIsTrustedWhereTheSettingsSay() throws Exception {
        Files.writeString(settings.resolveSibling("spine.deploy.cfg"), "trust.store=conf/partners.p12\n");
        assertEquals("", spine("sign", "--new-key", "Integration test"));
        assertTrue(Files.exists(settings.resolveSibling("partners.p12")));
        assertFalse(Files.exists(settings.resolveSibling("trust.p12")));
    }

    private String score(String out) throws Exception {
        return spine("score", work.resolve("study").toString(), "--out", work.resolve(out).toString(), "--format", "json");
    }

    /** @return what the command says besides its result */
    private String spine(String... arguments) throws Exception {
        last = product.run(Stream.concat(Stream.of("--quiet"), Arrays.stream(arguments)).toArray(String[]::new));
        assertEquals(last.errors(), 0, last.exitCode());
        return last.errors();
    }

    private List<String> probabilities(String out) throws Exception {
        List<String> found = report(out).path("images").findValuesAsText("probability");
        assertTrue(out + " has images", found.size() > 1);
        return found;
    }

    private JsonNode settings(String out) throws Exception {
        return report(out).path("settings");
    }

    private JsonNode report(String out) throws Exception {
        try (var files = Files.walk(work.resolve(out))) {
            Path report = files.filter(file -> file.endsWith("report.json")).findFirst().orElseThrow();
            return new ObjectMapper().readTree(report.toFile());
        }
    }
}

package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.Test;

/** Files of settings are in effect in a command that starts, scores one study and ends. */
public class ConfigurationIT {
    private final Path work;
    private final Path settings;

    public ConfigurationIT() throws Exception {
        work = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "configuration");
        settings = Files.createDirectories(work.resolve("home").resolve("conf")).resolve("spine.unet.cfg");
    }

    @Test
    public void averagingReachesTheModelsAndASlipIsNamed() throws Exception {
        assertEquals("", spine("phantom", "--out", work.resolve("study").toString(), "--n", "1", "--seed", "5"));
        assertEquals("", score("plain"));
        List<String> printed = Files.readAllLines(work.resolve("output.txt"));
        assertTrue("a Configurator without a log prints what it does first: " + printed, printed.stream().noneMatch(l -> l.contains("DEBUG")));
        Files.writeString(settings, "averaging=true\n");
        assertEquals("", score("averaged"));
        assertNotEquals("the models see every slice twice", probabilities("plain"), probabilities("averaged"));
        Files.writeString(settings, "averaging=perhaps\n");
        assertEquals("spine: " + settings.toRealPath() + ": the value 'perhaps' of averaging is neither true nor false;"
                + " the default false stays.\n", score("slip"));
        assertEquals("the default is in effect again", probabilities("plain"), probabilities("slip"));
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
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx2g",
                "-Dspine.home=" + settings.getParent().getParent().toRealPath(), "-Dlaunch.storage.dir=" + work.resolve("storage"),
                "-Dlaunch.keep=true", "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir"),
                "-jar", System.getProperty("it.app"), "--quiet"));
        command.addAll(List.of(arguments));
        Path errors = work.resolve("errors.txt");
        int code = new ProcessBuilder(command).redirectOutput(work.resolve("output.txt").toFile()).redirectError(errors.toFile())
                .start().waitFor();
        String said = Files.readString(errors, StandardCharsets.UTF_8);
        assertEquals(said, 0, code);
        return said;
    }

    private List<String> probabilities(String out) throws Exception {
        try (var files = Files.walk(work.resolve(out))) {
            Path report = files.filter(file -> file.endsWith("report.json")).findFirst().orElseThrow();
            List<String> found = new ObjectMapper().readTree(report.toFile()).path("images").findValuesAsText("probability");
            assertTrue(report + " has images", found.size() > 1);
            return found;
        }
    }
}

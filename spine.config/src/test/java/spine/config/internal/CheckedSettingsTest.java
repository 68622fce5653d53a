package spine.config.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.service.metatype.AttributeDefinition;
import spine.common.settings.ConfigurationFile;

class CheckedSettingsTest {
    private static final List<Setting> KNOWN = List.of(DescribedSetting.of("averaging", AttributeDefinition.BOOLEAN, 0, "false"),
            DescribedSetting.of("patience.seconds", AttributeDefinition.LONG, 0, "30"),
            DescribedSetting.of("imports", AttributeDefinition.STRING, 10, "a", "b"));

    @TempDir
    private Path folder;

    @Test
    void goodValuesGetTheirTypes() throws IOException {
        CheckedSettings checked = check("averaging = TRUE\npatience.seconds=7\nimports= x.*, y");
        assertEquals(List.of(), checked.problems());
        assertEquals(true, checked.values().get("averaging"));
        assertEquals(7L, checked.values().get("patience.seconds"));
        assertArrayEquals(new String[] {"x.*", "y"}, (String[]) checked.values().get("imports"));
    }

    @Test
    void aWrongValueIsNamedAndTheOthersCount() throws IOException {
        CheckedSettings checked = check("averaging=yes\npatience.seconds=7");
        assertEquals(List.of(folder.resolve("spine.x.cfg")
                + ": the value 'yes' of averaging is neither true nor false; the default false stays."),
                checked.problems());
        assertEquals(Map.of("patience.seconds", 7L), checked.values());
        assertEquals(List.of(folder.resolve("spine.x.cfg") + ": the value 'soon' of patience.seconds is not a number of the"
                + " required kind; the default 30 stays."),
                check("patience.seconds=soon").problems());
        assertEquals(List.of(folder.resolve("spine.x.cfg")
                + ": the value '-1' of patience.seconds is out of its range (below 0); the default 30 stays."),
                check("patience.seconds=-1").problems());
    }

    @Test
    void aKeyNobodyHasIsNamed() throws IOException {
        CheckedSettings checked = check("average=true");
        assertEquals(List.of(folder.resolve("spine.x.cfg")
                + ": spine.x has no setting 'average'; it has averaging, imports, patience.seconds."), checked.problems());
        assertTrue(checked.values().isEmpty());
    }

    @Test
    void whatNobodyDescribesIsPassedOnAndSaid() throws IOException {
        ConfigurationFile file = new ConfigurationFile(Files.writeString(folder.resolve("other.cfg"), "a=1"));
        CheckedSettings checked = CheckedSettings.of(file, Optional.empty());
        assertEquals(Map.of("a", "1"), checked.values());
        assertEquals(1, checked.problems().size());
    }

    @Test
    void aFileThatIsNoListOfSettingsLeavesTheDefaults() throws IOException {
        CheckedSettings checked = check("averaging=\\uZZZZ");
        assertTrue(checked.problems().get(0).endsWith("; the defaults apply."), checked.problems().toString());
        assertTrue(checked.values().isEmpty());
    }

    /** What a sentence quotes of the file is one short line; the first was found by {@code .ci/fuzz}. */
    @Test
    void whatAFileHoldsIsQuotedInOneLine() throws IOException {
        assertEquals(List.of(folder.resolve("spine.x.cfg")
                + ": the value '0x\\u00001' of patience.seconds is not a number of the required kind;"
                + " the default 30 stays."), check("patience.seconds=0x\u00001").problems());
        String key = check("k\u001b[2J" + "k".repeat(5000) + "=1").problems().get(0);
        assertTrue(key.contains(" has no setting 'k\\u001b[2Jkkk") && key.length() < 1000, key);
    }

    @Test
    void aFileThatIsNoTextOrTooLongLeavesTheDefaults() throws IOException {
        Path file = Files.write(folder.resolve("spine.x.cfg"), new byte[] {'a', '=', (byte) 0xff});
        assertEquals(List.of(file + " cannot be read (it is no text in UTF-8); the defaults apply."),
                CheckedSettings.of(new ConfigurationFile(file), Optional.of(KNOWN)).problems());
        assertEquals(List.of(file + " cannot be read (it has more than 1048576 bytes); the defaults apply."),
                check("#".repeat(2 << 20)).problems());
    }

    @Test
    void theNameOfTheFileIsThePid() {
        ConfigurationFile file = new ConfigurationFile(Path.of("acme.listener~north.wing.cfg"));
        assertTrue(file.isFactory());
        assertEquals("acme.listener", file.pid());
        assertEquals("north.wing", file.instance());
        assertEquals("spine.unet", new ConfigurationFile(Path.of("spine.unet.cfg")).pid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mkfifo spine.x.cfg", "mkdir spine.x.cfg", "ln -s /dev/zero spine.x.cfg"})
    @Timeout(20)
    void whatIsNoFileLeavesTheDefaults(String made) throws Exception {
        assertEquals(0, new ProcessBuilder(made.split(" ")).directory(folder.toFile()).start().waitFor());
        Path file = folder.resolve("spine.x.cfg");
        assertEquals(List.of(file + " cannot be read (it is no regular file); the defaults apply."),
                CheckedSettings.of(new ConfigurationFile(file), Optional.of(KNOWN)).problems());
    }

    private CheckedSettings check(String text) throws IOException {
        return CheckedSettings.of(new ConfigurationFile(Files.writeString(folder.resolve("spine.x.cfg"), text)), Optional.of(KNOWN));
    }
}

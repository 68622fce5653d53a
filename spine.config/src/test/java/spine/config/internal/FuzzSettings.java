package spine.config.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.metatype.AttributeDefinition;
import spine.common.settings.ConfigurationFile;

/** What the fuzzer calls for files of settings: each setting is taken, or left at its default with a sentence that names the file. */
public final class FuzzSettings {
    private static final List<Setting> KNOWN = List.of(DescribedSetting.of("truth", AttributeDefinition.BOOLEAN, 0, "false"),
            DescribedSetting.of("count", AttributeDefinition.INTEGER, 0, "1"),
            DescribedSetting.of("seconds", AttributeDefinition.LONG, 0, "30"),
            DescribedSetting.of("ratio", AttributeDefinition.DOUBLE, 0, "0.5"),
            DescribedSetting.of("weight", AttributeDefinition.FLOAT, 0, "1"),
            DescribedSetting.of("names", AttributeDefinition.STRING, 10, "a", "b"),
            DescribedSetting.of("sizes", AttributeDefinition.INTEGER, Integer.MAX_VALUE));
    private static final List<String> SEEDS = List.of("truth = TRUE\ncount=7\nseconds: 30\n", "ratio=1e3\nweight=0x1p3f\nsizes=1,2, 3",
            "# a comment\nnames= x.*,\\\n  y\n\u0000\ntruth=yes\ncount=-1\nunknown=\\u0041",
            "ratio=NaN\nweight=1e-400\nseconds=99999999999999999999");
    private static final Path FILE = file();

    private FuzzSettings() {
    }

    /** @param arguments the folder for the inputs to begin with */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (int i = 0; i < SEEDS.size(); i++) {
            Files.writeString(folder.resolve("seed-" + i), SEEDS.get(i));
        }
    }

    /** Returns for every input; any exception is a finding. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Files.write(FILE, data);
        CheckedSettings checked = CheckedSettings.of(new ConfigurationFile(FILE), Optional.of(KNOWN));
        checked.values().forEach((key, value) -> standard(key, SettingText.of(value)));
        for (String problem : checked.problems()) {
            if (!problem.startsWith(FILE.toString()) || problem.chars().anyMatch(Character::isISOControl) || problem.length() > 1000) {
                throw new IllegalStateException("not one sentence about the file: " + problem);
            }
        }
        CheckedSettings.of(new ConfigurationFile(FILE), Optional.empty());
        String name = new String(data, StandardCharsets.ISO_8859_1).replaceAll("[/\0]", "");
        new ConfigurationFile(Path.of(name + ConfigurationFile.SUFFIX)).pid();
    }

    /** What counts as the same value is written in the same way, so that a digest of settings says whether they differ. */
    private static void standard(String key, String text) {
        Setting setting = KNOWN.stream().filter(known -> known.key().equals(key)).findFirst().orElseThrow();
        Map.Entry<String, String> again = Map.entry(key, SettingText.of(setting.value(text)));
        if (!again.getValue().equals(text)) {
            throw new IllegalStateException(text + " is read as " + again);
        }
    }

    private static Path file() {
        try {
            return Files.createTempDirectory("fuzz").resolve("spine.fuzz" + ConfigurationFile.SUFFIX);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

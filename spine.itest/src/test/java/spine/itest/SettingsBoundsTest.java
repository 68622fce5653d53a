package spine.itest;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import spine.common.settings.MetatypeAttribute;
import spine.common.settings.MetatypeDocument;

/** Every number that a bundle of spine can be set to has bounds, and takes nothing beyond them: as the bundles describe it. */
class SettingsBoundsTest {
    private static final Set<String> NUMBERS = Set.of("Long", "Integer", "Double", "Float");

    @TestFactory
    List<DynamicTest> numbers() throws IOException {
        Map<String, MetatypeAttribute> settings = new TreeMap<>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path folder : modules.map(module -> module.resolve("target/classes").resolve(MetatypeDocument.FOLDER))
                    .filter(Files::isDirectory).toList()) {
                read(folder, settings);
            }
        }
        assertTrue(settings.containsKey("spine.app patience.seconds"), "the modules are not built: " + settings.keySet());
        return settings.entrySet().stream().filter(setting -> NUMBERS.contains(setting.getValue().rule().type()))
                .map(setting -> DynamicTest.dynamicTest(setting.getKey(), () -> check(setting.getValue()))).toList();
    }

    private static void read(Path folder, Map<String, MetatypeAttribute> into) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    MetatypeDocument.read(in).forEach((pid, all) -> all.forEach(one -> into.put(pid + " " + one.id(), one)));
                }
            }
        }
    }

    private static void check(MetatypeAttribute setting) {
        BigDecimal lowest = setting.rule().lowest();
        BigDecimal highest = setting.rule().highest();
        assertNotNull(lowest, "it has no lowest value");
        assertNotNull(highest, "it has no highest value");
        for (String good : List.of(lowest.toPlainString(), highest.toPlainString(), setting.defaultText())) {
            assertDoesNotThrow(() -> setting.check(good), good);
        }
        for (String bad : List.of(lowest.subtract(BigDecimal.ONE).toPlainString(), highest.add(BigDecimal.ONE).toPlainString(),
                Long.toString(Long.MAX_VALUE), Long.toString(Long.MIN_VALUE), "9223372036854775808", "1e999", "-1e999", "NaN", "Infinity",
                "-Infinity", "", " ", "0x10", "1,5", "1_000", "ten", "\u0661\u0662x")) {
            String why = assertThrows(IllegalArgumentException.class, () -> setting.check(bad), bad).getMessage();
            assertTrue(why.endsWith("(" + lowest + " to " + highest + ")"), why);
            assertFalse(why.contains("Exception"), why);
        }
    }
}

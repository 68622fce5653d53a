package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.Test;
import spine.common.settings.MetatypeAttribute;
import spine.common.settings.MetatypeDocument;

/** Every number that a delivered bundle of spine can be set to has bounds, and takes nothing beyond them: as the bundles describe it. */
public class SettingsBoundsIT {
    private static final Set<String> NUMBERS = Set.of("Long", "Integer", "Double", "Float");
    private static final List<String> NONE = List.of(Long.toString(Long.MAX_VALUE), Long.toString(Long.MIN_VALUE), "9223372036854775808",
            "1e999", "-1e999", "NaN", "Infinity", "-Infinity", "", " ", "0x10", "1,5", "1_000", "ten", "1 2");

    @Test
    public void numbersHaveBounds() throws IOException {
        Map<String, MetatypeAttribute> settings = settings();
        settings.values().removeIf(setting -> !NUMBERS.contains(setting.rule().type()));
        assertTrue(settings.keySet().toString(), settings.containsKey("spine.app patience.seconds") && settings.size() >= 18);
        settings.forEach(SettingsBoundsIT::check);
    }

    private static Map<String, MetatypeAttribute> settings() throws IOException {
        Map<String, MetatypeAttribute> settings = new TreeMap<>();
        try (JarFile app = new JarFile(System.getProperty("it.app"))) {
            for (ZipEntry bundle : app.stream().filter(entry -> entry.getName().startsWith("jar/spine.")).toList()) {
                ZipInputStream jar = new ZipInputStream(app.getInputStream(bundle));
                for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                    if (entry.getName().startsWith(MetatypeDocument.FOLDER) && entry.getName().endsWith(".xml")) {
                        MetatypeDocument.read(new ByteArrayInputStream(jar.readAllBytes()))
                                .forEach((pid, all) -> all.forEach(one -> settings.put(pid + " " + one.id(), one)));
                    }
                }
            }
        }
        return settings;
    }

    private static void check(String name, MetatypeAttribute setting) {
        BigDecimal lowest = setting.rule().lowest();
        BigDecimal highest = setting.rule().highest();
        assertNotNull(name + " has no lowest value", lowest);
        assertNotNull(name + " has no highest value", highest);
        setting.check(lowest.toPlainString());
        setting.check(highest.toPlainString());
        setting.check(setting.defaultText());
        refused(name, setting, lowest.subtract(BigDecimal.ONE).toPlainString());
        refused(name, setting, highest.add(BigDecimal.ONE).toPlainString());
        NONE.forEach(bad -> refused(name, setting, bad));
    }

    private static void refused(String name, MetatypeAttribute setting, String value) {
        String why = assertThrows(name + "=" + value, IllegalArgumentException.class, () -> setting.check(value)).getMessage();
        String range = "(" + setting.rule().lowest() + " to " + setting.rule().highest() + ")";
        assertEquals(name + "=" + value, range, why.substring(why.indexOf('(')));
    }
}

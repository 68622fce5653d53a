package spine.config.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.service.metatype.AttributeDefinition;
import spine.common.digest.Sha256;

class ScoringSettingsTest {
    private static final Setting DEEP = DescribedSetting.of("deepMm", AttributeDefinition.DOUBLE, 0, "10.0");
    private static final Setting NAMES = DescribedSetting.of("names", AttributeDefinition.STRING, 10, "a", "b");

    @Test
    void onlyWhatDiffersFromItsDefaultIsNamed() {
        ScoringSettings settings = new ScoringSettings();
        settings.add("spine.x", DEEP, 12.5);
        settings.add("spine.x", NAMES, null);
        settings.addUndescribed("other", "a", "1");
        assertEquals(Map.of("spine.x.deepMm", "12.5", "other.a", "1"), settings.changed());
        assertEquals("[other.a, spine.x.deepMm]", settings.changed().keySet().toString(), "sorted");
    }

    @Test
    void theDigestIsOfAllValuesWhicheverWayTheyAreWritten() {
        ScoringSettings defaults = of(null, null);
        assertEquals(Sha256.of("spine.x.deepMm=10\nspine.x.names=a, b\n".getBytes(StandardCharsets.UTF_8)), defaults.sha256());
        ScoringSettings same = of(10.0, new String[] {"a", "b"});
        assertEquals(Map.of(), same.changed());
        assertEquals(defaults.sha256(), same.sha256());
        assertNotEquals(defaults.sha256(), of(10.5, null).sha256());
    }

    private static ScoringSettings of(Object deep, Object names) {
        ScoringSettings settings = new ScoringSettings();
        settings.add("spine.x", NAMES, names);
        settings.add("spine.x", DEEP, deep);
        return settings;
    }
}

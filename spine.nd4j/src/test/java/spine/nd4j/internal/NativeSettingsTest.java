package spine.nd4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NativeSettingsTest {

    @Test
    void aSettingFromOutsideWins() {
        String key = "org.nd4j.log.initialization";
        String before = System.getProperty(key);
        System.setProperty(key, "true");
        try {
            new NativeSettings(null, "test").apply();
            assertEquals("true", System.getProperty(key));
        } finally {
            System.setProperty(key, before == null ? "false" : before);
        }
    }
}

package spine.nd4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProvenEngineTest {
    private static final String HELPERS_OFF = "org.eclipse.deeplearning4j.helpers.disable";

    @Test
    void provesThatOneDnnIsInUseAndFailsWithoutIt() {
        new NativeSettings(null, "test").apply();
        ProvenEngine engine = ProvenEngine.start();
        assertTrue(engine.accelerated());
        assertTrue(engine.threadsPerOperation() >= 1);
        System.setProperty(HELPERS_OFF, "true");
        try {
            IllegalStateException e = assertThrows(IllegalStateException.class, ProvenEngine::start);
            assertTrue(e.getMessage().contains("oneDNN"), e.getMessage());
        } finally {
            System.setProperty(HELPERS_OFF, "false");
        }
    }

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

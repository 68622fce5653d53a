package spine.nd4j;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import spine.unet.engine.EngineDescription;

class ProvenEngineTest {
    private static final String HELPERS_OFF = "org.eclipse.deeplearning4j.helpers.disable";

    @Test
    void provesThatOneDnnIsInUseAndFailsWithoutIt() {
        System.setProperty(HELPERS_OFF, "false");
        EngineDescription engine = ProvenEngine.start(Optional.empty(), List.of());
        assertTrue(engine.accelerated());
        assertTrue(engine.threadsPerOperation() >= 1);
        System.setProperty(HELPERS_OFF, "true");
        try {
            IllegalStateException e = assertThrows(IllegalStateException.class,
                    () -> ProvenEngine.start(Optional.empty(), List.of()));
            assertTrue(e.getMessage().contains("oneDNN"), e.getMessage());
        } finally {
            System.setProperty(HELPERS_OFF, "false");
        }
    }
}

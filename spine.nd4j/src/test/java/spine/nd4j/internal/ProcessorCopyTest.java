package spine.nd4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import spine.nd4j.Nd4jEngine;
import spine.unet.engine.InferenceEngine;
import spine.unet.tck.InferenceEngineContract;

/** Beside ND4J in the class loader of the test, as beside ND4J on a device. */
class ProcessorCopyTest extends InferenceEngineContract {
    private static final InferenceEngine BESIDE = Nd4jEngine.start();
    private static final ProcessorCopy COPY = new ProcessorCopy(ProcessorCopyTest.class.getClassLoader(), Set.of("no.such.Backend"));
    private static final InferenceEngine ENGINE = COPY.start(List.of("A card is not used."));

    @Override
    protected InferenceEngine engine() {
        return ENGINE;
    }

    @Test
    void itIsAnotherCopyOfTheSame() {
        assertSame(ENGINE, COPY.get());
        assertNotSame(BESIDE.getClass(), ENGINE.getClass());
        assertEquals(BESIDE.description().name(), ENGINE.description().name());
        assertEquals(List.of("A card is not used."), ENGINE.description().remarks());
    }
}

package spine.unet.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import spine.unet.engine.EngineDescription;
import spine.unet.engine.InferenceEngine;
import spine.unet.engine.InferenceSession;
import spine.unet.engine.OnnxInferenceEngine;
import spine.unet.network.UNetParameters;

class EngineTableTest {

    private record Named(EngineDescription description) implements InferenceEngine {
        static Named of(String name, String... remarks) {
            return new Named(new EngineDescription(name, true, 1, 2, 1, 0, List.of(remarks)));
        }

        @Override
        public InferenceSession open(UNetParameters network, int parallelRuns) {
            throw new UnsupportedOperationException();
        }
    }

    private record AlsoOnnx(EngineDescription description) implements OnnxInferenceEngine {

        @Override
        public InferenceSession open(UNetParameters network, int parallelRuns) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InferenceSession open(byte[] file, int parallelRuns) {
            throw new UnsupportedOperationException();
        }
    }

    private static final InferenceEngine FAST = Named.of("Fast 1.0", "A device is not used: it is not there.");
    private static final InferenceEngine PORTABLE = new AlsoOnnx(new EngineDescription("Portable 2.0", true, 1, 2, 1, 0, List.of()));

    private static EngineTable table(String chosen) {
        EngineTable table = new EngineTable(chosen);
        table.add(RankedEngine.of(PORTABLE, Map.of(InferenceEngine.ID, "portable", "service.ranking", -100, "service.id", 7L)));
        table.add(RankedEngine.of(FAST, Map.of(InferenceEngine.ID, "fast", "service.id", 9L)));
        return table;
    }

    @Test
    void theHighestRankingServesAndSaysSo() {
        EngineTable table = table("");
        assertSame(FAST, table.best(false).orElseThrow().engine());
        ServingEngine serving = table.serving().orElseThrow();
        assertEquals("fast", serving.id());
        assertEquals("Fast 1.0", serving.name());
        assertEquals(List.of("It serves because it has the highest ranking, 0.", "A device is not used: it is not there.",
                "Portable 2.0 stands by: it serves where 'fast' goes, or with engine = portable in spine.unet.cfg."), serving.remarks());
    }

    @Test
    void settingsChooseAndASlipIsNamed() {
        assertSame(PORTABLE, table(" portable ").best(false).orElseThrow().engine());
        assertEquals("It serves because spine.unet.cfg says engine = portable.",
                table("portable").serving().orElseThrow().remarks().get(0));
        assertSame(FAST, table("cuda").best(false).orElseThrow().engine());
        assertEquals("spine.unet.cfg says engine = cuda, but there is no such engine here; 'fast' serves in its place.",
                table("cuda").serving().orElseThrow().remarks().get(0));
    }

    @Test
    void theRemainingOneServesWhenTheBestGoes() {
        EngineTable table = table("");
        table.remove(FAST);
        assertSame(PORTABLE, table.best(false).orElseThrow().engine());
        assertEquals(List.of("It serves because there is no other engine."), table.serving().orElseThrow().remarks());
        table.remove(PORTABLE);
        assertEquals(Optional.empty(), table.best(false));
        assertEquals(Optional.empty(), table.serving());
    }

    @Test
    void onnxFilesGoToAnEngineThatRunsThem() {
        EngineTable table = table("");
        assertSame(PORTABLE, table.best(true).orElseThrow().engine());
        table.remove(PORTABLE);
        assertTrue(table.best(true).isEmpty());
    }

    @Test
    void theOlderServiceServesAmongEquals() {
        EngineTable table = new EngineTable("");
        InferenceEngine other = Named.of("Other");
        table.add(RankedEngine.of(other, Map.of(InferenceEngine.ID, "other", "service.id", 12L)));
        table.add(RankedEngine.of(FAST, Map.of(InferenceEngine.ID, "fast", "service.id", 9L)));
        assertSame(FAST, table.best(false).orElseThrow().engine());
    }
}

package spine.nd4j.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import spine.nd4j.Nd4jEngine;
import spine.unet.network.UNetConfiguration;
import spine.unet.network.UNetTopology;
import spine.unet.tck.RandomParameters;

class PlanMemoryNeedTest {

    @ParameterizedTest
    @CsvSource({"8,1,64,32", "8,3,64,32", "4,2,32,48"})
    void aPlanAllocatesNoMore(int filters, int images, int rows, int columns) {
        Nd4jEngine.start();
        UNetConfiguration size = new UNetConfiguration(3, filters, 2);
        PlanSteps layout = new PlanSteps();
        List<AutoCloseable> owned = new ArrayList<>();
        try (NativeWeights weights = new NativeWeights(RandomParameters.of(size, 1))) {
            FeatureMap in = new FeatureMap(images, rows, columns, size.inputChannels());
            layout.ready(in, UNetTopology.assemble(size, new PlanAssembler(weights, layout, owned), in));
            long allocated = Float.BYTES * layout.memory().stream().mapToLong(INDArray::length).sum();
            long need = images * PlanMemoryNeed.of(size, rows, columns).image();
            assertTrue(need >= allocated && need < 10 * allocated, need + " for " + allocated);
        }
    }

    @Test
    void aNetworkOfTheShippedSizeOnACardOf8GB() {
        PlanMemoryNeed need = PlanMemoryNeed.of(UNetConfiguration.ofClasses(2), 512, 256);
        int images = need.imagesWithin(1L << 30);
        assertTrue(images >= 4 && images <= 16, need.toString());
        assertTrue(need.bytes(images) <= 1L << 30 && need.bytes(images + 1) > 1L << 30);
        assertEquals(0, need.imagesWithin(1 << 20));
        assertEquals(0, need.imagesWithin(-5));
    }
}

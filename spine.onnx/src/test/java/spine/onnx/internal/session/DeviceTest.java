package spine.onnx.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Says something of CUDA with the profile {@code onnx-cuda} alone; without it there is nothing to say. */
class DeviceTest {
    private static final boolean BUILT_FOR_CUDA = OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);

    @Test
    void withoutADriverNothingOfCudaIsLoaded() {
        Device device = Device.choose(OrtEnvironment.getEnvironment(), () -> false);
        assertEquals("CPU", device.name());
        assertEquals(BUILT_FOR_CUDA ? List.of("CUDA is not used: this machine has no NVIDIA driver.") : List.of(), device.remarks());
    }

    /** As if there were a driver: the library of CUDA that is missing is named, or nothing is. */
    @Test
    void withADriverAloneOneSentenceSaysWhatIsMissing() {
        Device device = Device.choose(OrtEnvironment.getEnvironment(), () -> true);
        assertEquals(BUILT_FOR_CUDA && !device.cuda() ? 1 : 0, device.remarks().size());
        device.remarks().forEach(remark -> assertTrue(remark.matches("CUDA is not used: [^\\n]+\\."), remark));
    }
}

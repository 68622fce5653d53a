package spine.nd4j.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spine.nd4j.Accelerator;

class CudaAcceleratorTest {

    @Test
    void itIsFoundAndSaysWhatIsMissing() {
        Accelerator accelerator = ServiceLoader.load(Accelerator.class).findFirst().orElseThrow();
        assertEquals("org.nd4j.linalg.jcublas.JCublasBackend", accelerator.backend());
        Optional<String> obstacle = accelerator.obstacle();
        assertTrue(obstacle.isEmpty() || obstacle.get().matches("CUDA is not used: .+\\."), obstacle.toString());
    }

    @Test
    void withoutADriverNothingIsLoaded() {
        assertEquals(Optional.of("CUDA is not used: this machine has no NVIDIA driver."),
                new CudaAccelerator(() -> false).obstacle());
    }

    /** As if there were a driver: CUDA's library cannot be loaded, or finds no device. */
    @Test
    void aDriverWithoutADeviceIsOneSentence() {
        Optional<String> obstacle = new CudaAccelerator(() -> true).obstacle();
        assertTrue(obstacle.isEmpty() || obstacle.get().matches("CUDA is not used: [^\\n]+\\."), obstacle.toString());
    }

    @ParameterizedTest
    @CsvSource({"3,7", "5,0", "6,1", "7,5", "8,0", "8,6", "8,9"})
    void devicesWithCodeWillDo(int major, int minor) {
        assertEquals(Optional.empty(), new Device("card", major, minor, 8192, 11060).shortcoming());
    }

    @ParameterizedTest
    @CsvSource({"3,5", "9,0", "10,0", "12,0"})
    void devicesWithoutCodeAreNamed(int major, int minor) {
        String shortcoming = new Device("card", major, minor, 81920, 12080).shortcoming().orElseThrow();
        assertTrue(shortcoming.startsWith("ND4J has no code for the card of compute capability " + major + "." + minor), shortcoming);
    }

    @Test
    void littleMemoryAndOldDriversAreNamed() {
        assertTrue(new Device("card", 8, 0, 1024, 11060).shortcoming().orElseThrow().contains("1024 MB"));
        assertTrue(new Device("card", 8, 0, 8192, 10020).shortcoming().orElseThrow().contains("CUDA 10.2"));
    }

    @Test
    void aMissingLibraryIsNamed() {
        UnsatisfiedLinkError error = new UnsatisfiedLinkError(
                "/cache/libjnicudnn.so: libcudnn.so.8: cannot open shared object file: No such file or directory");
        assertEquals("the library libcudnn.so.8 is not found (CUDA 11.6 and cuDNN 8.3 must be on the library path)",
                CudaAccelerator.reason(new NoClassDefFoundError("cudnn").initCause(error)));
    }
}

package spine.common.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissingLibraryTest {

    @Test
    void theLibraryIsReadOutOfTheMessage() {
        assertEquals(Optional.of("libcudnn.so.8"), MissingLibrary.in(
                "/cache/libjnicudnn.so: libcudnn.so.8: cannot open shared object file: No such file or directory"));
        assertEquals(Optional.of("libcublasLt.so.12"), MissingLibrary.in(
                "Failed to load library libonnxruntime_providers_cuda.so with error: libcublasLt.so.12: cannot open shared object file"));
        assertEquals(Optional.empty(), MissingLibrary.in("no jnicudart in java.library.path"));
    }
}

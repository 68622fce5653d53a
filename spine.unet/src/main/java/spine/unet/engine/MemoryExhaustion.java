package spine.unet.engine;

import java.util.List;
import java.util.Locale;

/** Tells that a device has no memory left, which the libraries say in words alone. */
public final class MemoryExhaustion {
    /**
     * Of ND4J 1.0.0-M2.1 ({@code Allocation failed: [[DEVICE] allocation failed; Error code: [2]]}, {@code cudaMalloc failed},
     * {@code Requested amount exceeds device limits}), of ONNX Runtime 1.29 ({@code Failed to allocate memory for requested buffer of size
     * 1024}), of CUDA itself ({@code out of memory}, as both quote it), and of cuBLAS and cuDNN.
     */
    private static final List<String> WORDS = List.of("allocation failed", "cudamalloc failed", "exceeds device limits",
            "failed to allocate memory", "out of memory", "status_alloc_failed");

    private MemoryExhaustion() {
    }

    /** Whether a failure, or one of its causes, says so. */
    public static boolean is(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT);
            if (WORDS.stream().anyMatch(message::contains)) {
                return true;
            }
        }
        return false;
    }
}

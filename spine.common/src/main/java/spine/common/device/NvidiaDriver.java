package spine.common.device;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The driver of NVIDIA devices. */
public final class NvidiaDriver {
    /** Where it shows itself on Linux; the last under Windows' WSL. */
    private static final List<Path> FILES = List.of(Path.of("/proc/driver/nvidia/version"), Path.of("/dev/nvidiactl"), Path.of("/dev/dxg"));

    private NvidiaDriver() {
    }

    /** Whether this machine has one. Without, the libraries of CUDA need not be loaded, which some do not survive. */
    public static boolean isInstalled() {
        return FILES.stream().anyMatch(Files::exists);
    }
}

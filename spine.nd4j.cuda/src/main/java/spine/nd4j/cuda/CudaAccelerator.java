package spine.nd4j.cuda;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import spine.nd4j.Accelerator;

/** The first NVIDIA device, by ND4J's backend for CUDA 11.6. */
public final class CudaAccelerator implements Accelerator {
    /** Where a driver shows itself on Linux; the last under Windows' WSL. */
    private static final List<Path> DRIVER = List.of(Path.of("/proc/driver/nvidia/version"), Path.of("/dev/nvidiactl"), Path.of("/dev/dxg"));
    private static final String NOT_USED = "CUDA is not used: ";

    private final List<Path> driver;
    private Device device;

    public CudaAccelerator() {
        this(DRIVER);
    }

    /** @param driver files of which one is there where a driver is */
    CudaAccelerator(List<Path> driver) {
        this.driver = driver;
    }

    @Override
    public String backend() {
        return "org.nd4j.linalg.jcublas.JCublasBackend";
    }

    @Override
    public Optional<String> obstacle() {
        // Asking CUDA's own library would load it, which it does not survive without a driver.
        if (driver.stream().noneMatch(Files::exists)) {
            return Optional.of(NOT_USED + "this machine has no NVIDIA driver.");
        }
        try {
            device = Device.first();
        } catch (IllegalStateException | LinkageError e) {
            return Optional.of(NOT_USED + reason(e) + ".");
        }
        return device.shortcoming().map(shortcoming -> NOT_USED + shortcoming + ".");
    }

    /** The cause, where a class could not be initialised: the name of the library that is missing. */
    private static String reason(Throwable e) {
        Throwable cause = e.getCause() != null ? e.getCause() : e;
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("").strip();
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    @Override
    public String device() {
        return String.format(Locale.ROOT, "%s, CUDA 11.6", device.name());
    }
}

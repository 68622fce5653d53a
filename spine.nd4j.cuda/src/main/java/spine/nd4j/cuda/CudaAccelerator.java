package spine.nd4j.cuda;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bytedeco.cuda.global.cublas;
import org.bytedeco.cuda.global.cudnn;
import org.bytedeco.cuda.global.cusolver;
import org.bytedeco.javacpp.Loader;
import spine.common.device.MissingLibrary;
import spine.common.device.NvidiaDriver;
import spine.nd4j.Accelerator;

/** The first NVIDIA device, by ND4J's backend for CUDA 11.6. */
public final class CudaAccelerator implements Accelerator {
    private static final String NOT_USED = "CUDA is not used: ";

    private final BooleanSupplier driver;
    private Device device;

    public CudaAccelerator() {
        this(NvidiaDriver::isInstalled);
    }

    /** @param driver whether there is one */
    CudaAccelerator(BooleanSupplier driver) {
        this.driver = driver;
    }

    @Override
    public String backend() {
        return "org.nd4j.linalg.jcublas.JCublasBackend";
    }

    @Override
    public Optional<String> obstacle() {
        // Asking CUDA's own library would load it, which it does not survive without a driver.
        if (!driver.getAsBoolean()) {
            return Optional.of(sentence("this machine has no NVIDIA driver"));
        }
        try {
            device = Device.first();
            Optional<String> shortcoming = device.shortcoming();
            if (shortcoming.isEmpty()) {
                loadLibraries();
            }
            return shortcoming.map(CudaAccelerator::sentence);
        } catch (IllegalStateException | LinkageError e) {
            return Optional.of(sentence(reason(e)));
        }
    }

    /** What ND4J's own library is linked with: if one is missing, ND4J would not start, on the processor either. */
    private static void loadLibraries() {
        Loader.load(cublas.class);
        Loader.load(cusolver.class);
        Loader.load(cudnn.class);
    }

    private static String sentence(String reason) {
        return NOT_USED + reason + ".";
    }

    /** The cause, where a class could not be initialised: the name of the library that is missing. */
    static String reason(Throwable e) {
        Throwable cause = e.getCause() != null ? e.getCause() : e;
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("").strip();
        Optional<String> missing = MissingLibrary.in(message);
        if (missing.isPresent()) {
            return "the library " + missing.get() + " is not found (CUDA 11.6 and cuDNN 8.3 must be on the library path)";
        }
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    @Override
    public String device() {
        return String.format(Locale.ROOT, "%s, CUDA 11.6", device.name());
    }

    @Override
    public long memory() {
        return device.megabytes() << 20;
    }
}

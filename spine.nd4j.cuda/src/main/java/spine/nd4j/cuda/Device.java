package spine.nd4j.cuda;

import java.util.Optional;
import org.bytedeco.cuda.cudart.cudaDeviceProp;
import org.bytedeco.cuda.global.cudart;

/**
 * What the driver says of a device.
 *
 * @param name such as {@code NVIDIA A100-SXM4-40GB}
 * @param major of its compute capability
 * @param minor of its compute capability
 * @param megabytes of its memory
 * @param driver the newest CUDA that the driver serves, 11060 for 11.6
 */
record Device(String name, int major, int minor, long megabytes, int driver) {
    /** For the code of ND4J alone, and for the largest slices of several networks. */
    private static final long LEAST_MEGABYTES = 2048;
    /** Drivers of CUDA 11.0 run the code of all 11.x. */
    private static final int OLDEST_DRIVER = 11000;

    /** @throws IllegalStateException if there is none; the message is part of a sentence */
    static Device first() {
        int[] number = {0};
        int answer = cudart.cudaGetDeviceCount(number);
        if (answer != cudart.cudaSuccess || number[0] < 1) {
            throw new IllegalStateException("the NVIDIA driver finds no device (cudaGetDeviceCount gave " + answer + ")");
        }
        int[] driver = {0};
        cudart.cudaDriverGetVersion(driver);
        try (cudaDeviceProp properties = new cudaDeviceProp()) {
            answer = cudart.cudaGetDeviceProperties(properties, 0);
            if (answer != cudart.cudaSuccess) {
                throw new IllegalStateException("the NVIDIA driver says nothing of its device (cudaGetDeviceProperties gave " + answer
                        + ")");
            }
            return new Device(properties.name().getString(), properties.major(), properties.minor(), properties.totalGlobalMem() >> 20,
                    driver[0]);
        }
    }

    /** Why ND4J cannot use it, a part of a sentence; empty where it can. */
    Optional<String> shortcoming() {
        if (driver < OLDEST_DRIVER) {
            return Optional.of("the driver of the " + name + " serves CUDA " + driver / 1000 + "." + driver % 1000 / 10
                    + ", and 11.0 is the oldest that will do");
        }
        if (!hasCode()) {
            return Optional.of("ND4J has no code for the " + name + " of compute capability " + major + "." + minor
                    + ", only for 3.7 and 5.0 to 8.9 (the engine 'onnx' serves newer ones)");
        }
        if (megabytes < LEAST_MEGABYTES) {
            return Optional.of("the " + name + " has " + megabytes + " MB of memory, and " + LEAST_MEGABYTES + " MB are needed");
        }
        return Optional.empty();
    }

    /** The library holds code for 3.7, 5.0, 5.2, 6.0, 6.1, 7.0, 7.5, 8.0 and 8.6, and nothing that could be compiled for others. */
    private boolean hasCode() {
        return major == 3 && minor >= 7 || major >= 5 && major <= 8;
    }
}

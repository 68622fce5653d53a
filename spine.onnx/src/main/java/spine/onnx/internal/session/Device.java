package spine.onnx.internal.session;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.util.List;
import java.util.function.BooleanSupplier;
import spine.common.device.MissingLibrary;

/**
 * What ONNX Runtime runs on: CUDA, where its build has it and it proves itself, else the processor.
 *
 * @param cuda whether that is CUDA
 * @param options of every session
 * @param remarks why CUDA is not used, where the build has it; else none
 */
public record Device(boolean cuda, OnnxSession.Options options, List<String> remarks) {
    private static final String NOT_USED = "CUDA is not used: ";

    /**
     * Chooses the device.
     *
     * @param driver whether there is one for NVIDIA devices; asked only where the build of ONNX Runtime can use it
     * @throws IllegalStateException if not even the processor computes rightly
     */
    public static Device choose(OrtEnvironment environment, BooleanSupplier driver) {
        // That the build has it says nothing of a driver.
        if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            return processor(environment, List.of());
        }
        if (!driver.getAsBoolean()) {
            return processor(environment, List.of(NOT_USED + "this machine has no NVIDIA driver."));
        }
        try {
            Proof.require(environment, Device::cudaOptions);
            return new Device(true, Device::cudaOptions, List.of());
        } catch (IllegalStateException e) {
            return processor(environment, List.of(NOT_USED + reason(e) + "."));
        }
    }

    private static Device processor(OrtEnvironment environment, List<String> remarks) {
        Proof.require(environment, Device::processorOptions);
        return new Device(false, Device::processorOptions, remarks);
    }

    private static String reason(IllegalStateException e) {
        return MissingLibrary.in(String.valueOf(e.getMessage()))
                .map(name -> "the library " + name + " is not found (CUDA 12 and cuDNN 9 must be on the library path)")
                .orElseGet(() -> OnnxSession.firstLine(e));
    }

    /** For users. */
    public String name() {
        return cuda ? "CUDA" : "CPU";
    }

    /** Those of the processor: images are worked on in parallel instead of operations. */
    public static SessionOptions processorOptions() throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
        return options;
    }

    private static SessionOptions cudaOptions() throws OrtException {
        SessionOptions options = processorOptions();
        // With options of its own the provider says which library it lacks.
        try (OrtCUDAProviderOptions provider = new OrtCUDAProviderOptions(0)) {
            options.addCUDA(provider);
        } catch (OrtException e) {
            options.close();
            throw e;
        }
        return options;
    }
}

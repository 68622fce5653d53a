package spine.onnx.internal.session;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.util.List;

/**
 * What ONNX Runtime runs on: CUDA, where its build has it and it proves itself, else the processor.
 *
 * @param name for users
 * @param options of every session
 * @param remarks why CUDA is not used, where the build has it; else none
 */
public record Device(String name, OnnxSession.Options options, List<String> remarks) {

    /** @throws IllegalStateException if not even the processor computes rightly */
    public static Device choose(OrtEnvironment environment) {
        // That the build has it says nothing of a driver.
        if (OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            try {
                Proof.require(environment, Device::cuda);
                return new Device("CUDA", Device::cuda, List.of());
            } catch (IllegalStateException e) {
                Proof.require(environment, Device::processor);
                return new Device("CPU", Device::processor, List.of("CUDA is not used: " + OnnxSession.firstLine(e) + "."));
            }
        }
        Proof.require(environment, Device::processor);
        return new Device("CPU", Device::processor, List.of());
    }

    /** Images are worked on in parallel instead of operations. */
    private static SessionOptions processor() throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
        return options;
    }

    private static SessionOptions cuda() throws OrtException {
        SessionOptions options = processor();
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

package spine.unet.engine;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** Extension point: an engine that runs networks made elsewhere too, which come as ONNX files. */
@ConsumerType
public interface OnnxInferenceEngine extends InferenceEngine {

    /**
     * Checks and prepares a network. Before native code sees the file, this makes sure that it is a segmentation network with one input
     * {@code [n, channels, rows, columns]} and one output of probabilities {@code [n, classes, rows, columns]}, without operators of
     * somebody's own and without data in other files.
     *
     * @param file content of the ONNX file; read only
     * @param parallelRuns runs at the same time for which the session should keep memory, above 0; more are possible
     * @throws IOException if it is no such network; the message is one sentence
     * @throws IllegalStateException if the engine cannot run it; the message is a sentence for the user
     */
    InferenceSession open(byte[] file, int parallelRuns) throws IOException;
}

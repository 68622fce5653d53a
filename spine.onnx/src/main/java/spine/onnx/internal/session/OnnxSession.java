package spine.onnx.internal.session;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import spine.unet.engine.InferenceSession;
import spine.unet.engine.PooledSession;

/** Makes sessions of ONNX Runtime. */
public final class OnnxSession {

    /** What a session is made with. */
    public interface Options {
        SessionOptions create() throws OrtException;
    }

    private OnnxSession() {
    }

    /**
     * A session on the file, whose one input is {@code [n, channels, rows, columns]} and whose one output is
     * {@code [n, classes, rows, columns]}.
     *
     * @param file of ours, or checked before
     * @param parallelRuns runs to keep memory for
     * @throws IllegalStateException if ONNX Runtime refuses the file
     */
    public static InferenceSession open(OrtEnvironment environment, Options options, byte[] file, int channels, int classes,
            int parallelRuns) {
        try (SessionOptions set = options.create()) {
            OrtSession session = environment.createSession(file, set);
            return new PooledSession(channels, classes,
                    (images, rows, columns) -> new BoundRun(environment, session, images, channels, classes, rows, columns), parallelRuns,
                    () -> close(session));
        } catch (OrtException e) {
            throw failure("ONNX Runtime does not take the network", e);
        }
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw failure("ONNX Runtime does not give the network's memory back", e);
        }
    }

    /** @param what the beginning of a sentence */
    static IllegalStateException failure(String what, OrtException e) {
        return new IllegalStateException(what + ": " + firstLine(e) + ".", e);
    }

    /** The native library adds a stack of its own below. */
    public static String firstLine(Throwable e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}

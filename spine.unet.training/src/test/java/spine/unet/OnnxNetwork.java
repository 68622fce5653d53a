package spine.unet;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/** An exported network run by ONNX Runtime on one thread, for one shape. Arrays are in ONNX layout, channels first. */
final class OnnxNetwork implements AutoCloseable {
    private final OrtSession session;
    private final FloatBuffer input;
    private final OnnxTensor tensor;

    public OnnxNetwork(byte[] file, long images, long channels, long rows, long columns) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        this.session = environment.createSession(file, options);
        this.input = ByteBuffer.allocateDirect((int) (4 * images * channels * rows * columns))
                .order(ByteOrder.nativeOrder()).asFloatBuffer();
        this.tensor = OnnxTensor.createTensor(environment, input, new long[] {images, channels, rows, columns});
    }

    public void run(float[] in, float[] out) {
        input.put(0, in);
        try (OrtSession.Result result = session.run(Map.of("slices", tensor))) {
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(out);
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From {@code [n][pixel][channel]} to {@code [n][channel][pixel]} and, with the numbers exchanged, back. */
    public static float[] transposed(float[] values, int images, int pixels, int channels) {
        float[] result = new float[values.length];
        for (int n = 0; n < images; n++) {
            for (int p = 0; p < pixels; p++) {
                for (int c = 0; c < channels; c++) {
                    result[(n * channels + c) * pixels + p] = values[(n * pixels + p) * channels + c];
                }
            }
        }
        return result;
    }

    @Override
    public void close() throws OrtException {
        tensor.close();
        session.close();
    }
}

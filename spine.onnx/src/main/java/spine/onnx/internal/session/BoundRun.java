package spine.onnx.internal.session;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import spine.unet.engine.ShapedRun;

/** A session with memory for the input and the output of one shape, which ONNX Runtime reads and writes in place. */
final class BoundRun implements ShapedRun {
    private final OrtSession session;
    private final int images;
    private final int pixels;
    private final FloatBuffer input;
    private final FloatBuffer output;
    private final OnnxTensor inputTensor;
    private final OnnxTensor outputTensor;
    private final Map<String, OnnxTensor> inputs;
    private final Map<String, OnnxTensor> outputs;
    private final float[] planes;
    private final float[] answer;

    BoundRun(OrtEnvironment environment, OrtSession session, int images, int channels, int classes, int rows, int columns) {
        this.session = session;
        this.images = images;
        this.pixels = rows * columns;
        this.planes = new float[images * channels * pixels];
        this.answer = new float[images * classes * pixels];
        this.input = direct(planes.length);
        this.output = direct(answer.length);
        try {
            this.inputTensor = OnnxTensor.createTensor(environment, input, new long[] {images, channels, rows, columns});
            this.outputTensor = OnnxTensor.createTensor(environment, output, new long[] {images, classes, rows, columns});
        } catch (OrtException e) {
            throw OnnxSession.failure("ONNX Runtime has no memory for images of " + rows + " x " + columns, e);
        }
        this.inputs = Map.of(session.getInputNames().iterator().next(), inputTensor);
        this.outputs = Map.of(session.getOutputNames().iterator().next(), outputTensor);
    }

    private static FloatBuffer direct(int length) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(length, Float.BYTES)).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    @Override
    public void run(float[] in, float[] out) {
        toPlanes(in, planes);
        input.put(0, planes);
        try {
            // What it returns holds the output tensor, which stays ours.
            session.run(inputs, outputs).close();
            output.get(0, answer);
        } catch (OrtException e) {
            throw OnnxSession.failure("ONNX Runtime cannot run the network", e);
        }
        toPixels(answer, out);
    }

    /** {@code [image][pixel][channel]} to {@code [image][channel][pixel]}. */
    private void toPlanes(float[] from, float[] to) {
        int channels = from.length / (images * pixels);
        for (int image = 0; image < images; image++) {
            int begin = image * pixels * channels;
            for (int channel = 0; channel < channels; channel++) {
                for (int pixel = 0; pixel < pixels; pixel++) {
                    to[begin + channel * pixels + pixel] = from[begin + pixel * channels + channel];
                }
            }
        }
    }

    /** {@code [image][class][pixel]} to {@code [image][pixel][class]}. */
    private void toPixels(float[] from, float[] to) {
        int classes = from.length / (images * pixels);
        for (int image = 0; image < images; image++) {
            int begin = image * pixels * classes;
            for (int c = 0; c < classes; c++) {
                for (int pixel = 0; pixel < pixels; pixel++) {
                    to[begin + pixel * classes + c] = from[begin + c * pixels + pixel];
                }
            }
        }
    }

    @Override
    public void close() {
        inputTensor.close();
        outputTensor.close();
    }
}

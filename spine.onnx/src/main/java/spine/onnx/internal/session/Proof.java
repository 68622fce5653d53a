package spine.onnx.internal.session;

import ai.onnxruntime.OrtEnvironment;
import java.util.Arrays;
import spine.onnx.internal.export.OnnxExport;
import spine.unet.engine.InferenceSession;
import spine.unet.network.BatchNormalisation;
import spine.unet.network.Convolution;
import spine.unet.network.UNetConfiguration;
import spine.unet.network.UNetParameters;

/**
 * A network whose answer is known: all weights are 0 but the biases of the last convolution, ln 1 and ln 3, so that every pixel has the
 * probabilities 1/4 and 3/4.
 */
final class Proof implements UNetParameters.Source {
    private static final int EDGE = UNetConfiguration.GRID;

    private Proof() {
    }

    /** @throws IllegalStateException if a session with these options computes another answer, or there is none */
    static void require(OrtEnvironment environment, OnnxSession.Options options) {
        UNetConfiguration size = UNetConfiguration.ofClasses(2);
        float[] out = new float[EDGE * EDGE * 2];
        try (InferenceSession session = OnnxSession.open(environment, options, OnnxExport.write(UNetParameters.of(size, new Proof())),
                size.inputChannels(), size.classes(), 1)) {
            session.run(1, EDGE, EDGE, new float[EDGE * EDGE * size.inputChannels()], out);
        }
        for (int i = 0; i < out.length; i++) {
            float expected = i % 2 == 0 ? 0.25f : 0.75f;
            if (!(Math.abs(out[i] - expected) < 1e-5f)) {
                throw new IllegalStateException("ONNX Runtime self-test: a probability was " + out[i] + " instead of " + expected + ".");
            }
        }
    }

    @Override
    public float[] weights(Convolution convolution) {
        return new float[convolution.weights()];
    }

    @Override
    public float[] bias(Convolution convolution) {
        float[] bias = new float[convolution.out()];
        if (convolution.activation() == Convolution.Activation.SOFTMAX) {
            bias[1] = (float) Math.log(3);
        }
        return bias;
    }

    @Override
    public BatchNormalisation normalisation(Convolution convolution) {
        float[] zeros = new float[convolution.out()];
        float[] ones = new float[convolution.out()];
        Arrays.fill(ones, 1);
        return new BatchNormalisation(ones, zeros, zeros, ones);
    }
}

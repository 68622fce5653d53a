package spine.unet;

import java.util.Arrays;
import java.util.Random;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import spine.unet.network.UNetConfiguration;

/** Networks whose every parameter, also of the batch normalisation, has a value that training might have given it. */
public final class RandomNets {

    private RandomNets() {
    }

    public static ComputationGraph shaken(UNetConfiguration size) {
        return shaken(size, CNN2DFormat.NHWC);
    }

    static ComputationGraph shaken(UNetConfiguration size, CNN2DFormat format) {
        double[] weights = new double[size.classes()];
        Arrays.fill(weights, 1);
        ComputationGraph net = AttentionUNet.create(size, new DiceCrossEntropy(weights), new WarmUpCosine(1e-3, 10, 1000), 1, format);
        for (Layer layer : net.getLayers()) {
            if (layer.paramTable().containsKey("gamma")) {
                set(layer, "gamma", 0.7f, 0.6f);
                set(layer, "beta", -0.1f, 0.2f);
                set(layer, "mean", -0.1f, 0.2f);
                set(layer, "var", 0.7f, 0.6f);
            } else if (layer.paramTable().containsKey("b")) {
                set(layer, "b", -0.1f, 0.2f);
            }
        }
        return net;
    }

    private static void set(Layer layer, String name, float from, float width) {
        INDArray parameter = layer.getParam(name);
        float[] values = values((int) parameter.length(), layer.conf().getLayer().getLayerName().hashCode() + name.hashCode());
        for (int i = 0; i < values.length; i++) {
            values[i] = from + width * values[i];
        }
        parameter.assign(Nd4j.create(values, parameter.shape(), 'c'));
    }

    public static float[] values(int length, long seed) {
        Random random = new Random(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }
}

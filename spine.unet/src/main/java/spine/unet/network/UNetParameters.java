package spine.unet.network;

import java.util.HashMap;
import java.util.Map;

/**
 * The weights of a trained network for inference, batch normalisation folded into the convolutions. On the Java heap; nobody writes to
 * them, so that many threads may use them.
 */
public final class UNetParameters {
    private final UNetConfiguration size;
    private final Map<String, Folded> byName = new HashMap<>();

    /**
     * Weights {@code [out][in][row][column]} in one row and one bias per output channel. Shared, not copied: read only.
     */
    public record Folded(float[] weights, float[] bias) {
    }

    /** Where the weights come from: a file, or a graph that is being trained. */
    public interface Source {

        /** {@code [out][in][row][column]} in one row. The caller writes to it. */
        float[] weights(Convolution convolution);

        /** One per output channel; asked only where the convolution has a bias. The caller writes to it. */
        float[] bias(Convolution convolution);

        /** Asked only where the convolution is normalised. */
        BatchNormalisation normalisation(Convolution convolution);
    }

    private UNetParameters(UNetConfiguration size) {
        this.size = size;
    }

    /**
     * Asks the source for every convolution of the topology, in no particular order.
     *
     * @throws IllegalArgumentException if the source gives an array of another length than the topology asks for
     */
    public static UNetParameters of(UNetConfiguration size, Source source) {
        UNetParameters parameters = new UNetParameters(size);
        for (Convolution c : UNetTopology.convolutions(size)) {
            float[] weights = require(c, "weights", source.weights(c), c.weights());
            float[] bias = c.bias() ? require(c, "biases", source.bias(c), c.out()) : new float[c.out()];
            if (c.normalised()) {
                source.normalisation(c).foldInto(weights, bias);
            }
            parameters.byName.put(c.name(), new Folded(weights, bias));
        }
        return parameters;
    }

    private static float[] require(Convolution c, String what, float[] values, int length) {
        if (values.length != length) {
            throw new IllegalArgumentException(c.name() + " has " + length + " " + what + ", not " + values.length);
        }
        return values;
    }

    public UNetConfiguration size() {
        return size;
    }

    /** The weights of a convolution of the topology. */
    public Folded get(Convolution convolution) {
        return byName.get(convolution.name());
    }
}

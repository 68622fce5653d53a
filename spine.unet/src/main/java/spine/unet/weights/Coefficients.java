package spine.unet.weights;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import spine.unet.network.BatchNormalisation;
import spine.unet.network.Convolution;
import spine.unet.network.UNetParameters;
import spine.unet.network.UNetTopology;

/**
 * The parameters of all layers of a graph, as {@code coefficients.bin} has them: one array of ND4J of rank 1, layer after layer in the
 * graph's own order; of a convolution the bias and then the weights, of a batch normalisation gamma, beta, mean and variance.
 */
final class Coefficients implements UNetParameters.Source {
    private static final List<String> NORMALISATION = List.of("gamma", "beta", "mean", "variance");

    private final Map<String, float[]> byName = new HashMap<>();

    private Coefficients() {
    }

    /**
     * @param in at the beginning of the array; stays open
     * @throws IOException if it is not the array that the graph must have; an {@link java.io.EOFException} if it ends early
     */
    static Coefficients read(DataInputStream in, GraphDescription graph) throws IOException {
        Map<String, Integer> lengths = lengths(graph);
        Nd4jArrayHeader.check(in, lengths.values().stream().mapToLong(Integer::longValue).sum());
        Coefficients coefficients = new Coefficients();
        for (Map.Entry<String, Integer> parameter : lengths.entrySet()) {
            coefficients.byName.put(parameter.getKey(), values(in, parameter.getKey(), parameter.getValue()));
        }
        demandEnd(in);
        return coefficients;
    }

    /** The state of Adam, in the same form: mean and variance of the gradient of each parameter that is trained. */
    static float[] readOptimiser(DataInputStream in, GraphDescription graph) throws IOException {
        int trained = lengths(graph).entrySet().stream().filter(parameter -> !isMeasured(parameter.getKey()))
                .mapToInt(Map.Entry::getValue).sum();
        Nd4jArrayHeader.check(in, 2L * trained);
        float[] state = values(in, "optimiser", 2 * trained);
        demandEnd(in);
        return state;
    }

    /** Of the images that pass, not trained. */
    private static boolean isMeasured(String parameter) {
        return parameter.endsWith(".mean") || parameter.endsWith(".variance");
    }

    private static void demandEnd(DataInputStream in) throws IOException {
        if (in.read() >= 0) {
            throw new IOException("the network's numbers go on after their end");
        }
    }

    /** Of each parameter, in the order of the file. */
    private static Map<String, Integer> lengths(GraphDescription graph) {
        Map<String, Convolution> convolutions = UNetTopology.convolutions(graph.size()).stream()
                .collect(Collectors.toMap(Convolution::name, Function.identity()));
        Map<String, Integer> lengths = new LinkedHashMap<>();
        for (String vertex : graph.order()) {
            Convolution c = convolutions.get(vertex);
            if (c != null && c.bias()) {
                lengths.put(vertex + ".bias", c.out());
            }
            if (c != null) {
                lengths.put(vertex + ".weights", c.weights());
            } else if (vertex.endsWith(GraphDescription.NORM)) {
                int channels = convolutions.get(vertex.substring(0, vertex.length() - GraphDescription.NORM.length())).out();
                NORMALISATION.forEach(name -> lengths.put(vertex + "." + name, channels));
            }
        }
        return lengths;
    }

    private static float[] values(DataInputStream in, String name, int length) throws IOException {
        float[] values = new float[length];
        boolean variance = name.endsWith(".variance");
        for (int i = 0; i < length; i++) {
            values[i] = in.readFloat();
            if (!Float.isFinite(values[i]) || variance && values[i] < 0) {
                throw new IOException("the network's " + name + " has the value " + values[i]);
            }
        }
        return values;
    }

    @Override
    public float[] weights(Convolution convolution) {
        return byName.get(convolution.name() + ".weights");
    }

    @Override
    public float[] bias(Convolution convolution) {
        return byName.get(convolution.name() + ".bias");
    }

    @Override
    public BatchNormalisation normalisation(Convolution convolution) {
        List<float[]> values = NORMALISATION.stream().map(name -> byName.get(convolution.name() + GraphDescription.NORM + "." + name))
                .toList();
        return new BatchNormalisation(values.get(0), values.get(1), values.get(2), values.get(3));
    }
}

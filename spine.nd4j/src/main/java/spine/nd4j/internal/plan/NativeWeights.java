package spine.nd4j.internal.plan;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import spine.unet.network.Convolution;
import spine.unet.network.UNetConfiguration;
import spine.unet.network.UNetParameters;

/** The weights of a network as arrays of ND4J, for all of its plans: nobody writes to them. Safe for use by many threads. */
public final class NativeWeights implements AutoCloseable {
    /** Pixels of the enlarged map for one of the small map. */
    private static final int POSITIONS = 4;

    private final UNetParameters parameters;
    private final Map<Convolution, Pair> pairs = new ConcurrentHashMap<>();

    /**
     * What a convolution operation needs.
     *
     * @param weights {@code [out][in][row][column]}
     * @param bias {@code [out]}
     */
    record Pair(INDArray weights, INDArray bias) {

        static Pair of(Convolution c, float[] weights, float[] bias) {
            return new Pair(Nd4j.create(weights, new long[] {bias.length, c.in(), c.kernel(), c.kernel()}, 'c'),
                    Nd4j.create(bias, new long[] {bias.length}, 'c'));
        }
    }

    /** @param parameters of the network; what a plan asks for is copied */
    public NativeWeights(UNetParameters parameters) {
        this.parameters = parameters;
    }

    UNetConfiguration size() {
        return parameters.size();
    }

    /** Of a convolution of a map as it is. */
    Pair of(Convolution convolution) {
        return pairs.computeIfAbsent(convolution, c -> Pair.of(c, parameters.get(c).weights(), parameters.get(c).bias()));
    }

    /**
     * A 3x3 convolution of a map enlarged by pixel repetition sees, for each of the four positions inside a repeated pixel, only 2x2
     * different pixels: so four sets of summed weights on the small map give the same four numbers.
     *
     * @return weights and biases of {@code position * out + o}
     */
    Pair enlarging(Convolution convolution) {
        return pairs.computeIfAbsent(convolution, c -> {
            float[] bias = new float[POSITIONS * c.out()];
            for (int position = 0; position < POSITIONS; position++) {
                System.arraycopy(parameters.get(c).bias(), 0, bias, position * c.out(), c.out());
            }
            return Pair.of(c, summed(parameters.get(c).weights(), c), bias);
        });
    }

    /** {@code [position * out + o][in][3][3]}: which tap of the small map a tap of the large one falls on, by position. */
    private static float[] summed(float[] weights, Convolution c) {
        int[][] tap = {{0, 1, 1}, {1, 1, 2}};
        float[] sums = new float[POSITIONS * weights.length];
        int planes = c.out() * c.in();
        for (int position = 0; position < POSITIONS; position++) {
            for (int plane = 0; plane < planes; plane++) {
                for (int row = 0; row < 3; row++) {
                    for (int column = 0; column < 3; column++) {
                        sums[(position * planes + plane) * 9 + tap[position / 2][row] * 3 + tap[position % 2][column]]
                                += weights[plane * 9 + row * 3 + column];
                    }
                }
            }
        }
        return sums;
    }

    /** Frees the native memory. No plan may be used afterwards. */
    @Override
    public void close() {
        pairs.values().forEach(pair -> {
            pair.weights().close();
            pair.bias().close();
        });
        pairs.clear();
    }
}

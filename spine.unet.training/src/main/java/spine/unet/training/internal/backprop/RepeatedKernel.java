package spine.unet.training.internal.backprop;

import org.nd4j.linalg.api.ndarray.INDArray;
import spine.unet.network.Convolution;

/**
 * The weights of a layer, again for each of several output pixels that one operation computes as if they were channels of one. Output
 * channels are {@code [pixel][out]}, input channels {@code [pixel][in]}; a weight that several taps of a pixel share is their sum.
 */
final class RepeatedKernel implements ConvolutionStage.Kernel {
    /** Pixels of the large map for each of the small one. */
    static final int POSITIONS = 4;
    /** Which tap of the small map a tap of the large one falls on, by the position in its direction. */
    private static final int[][] ENLARGED_TAP = {{0, 1, 1}, {1, 1, 2}};

    private final Parameters layer;
    private final int pixels;
    private final int neighbours;
    private final INDArray weights;
    private final INDArray bias;
    /** For each pixel, and in it for each weight of the layer, the index of the weight it is part of. */
    private final int[] places;

    private RepeatedKernel(Parameters layer, int pixels, int neighbours, INDArray weights, INDArray bias, int[] places) {
        this.layer = layer;
        this.pixels = pixels;
        this.neighbours = neighbours;
        this.weights = weights;
        this.bias = bias;
        this.places = places;
    }

    /** Where a weight of a layer goes. */
    private interface Place {
        int of(int pixel, int out, int in, int row, int column);
    }

    /**
     * A 3x3 convolution of a map that is enlarged by pixel repetition, without the enlargement: the four positions inside a repeated pixel
     * are the output pixels.
     */
    static RepeatedKernel enlarged(Parameters layer, Convolution c, Allocation memory) {
        INDArray weights = memory.array((long) POSITIONS * c.out(), c.in(), c.kernel(), c.kernel());
        return new RepeatedKernel(layer, POSITIONS, 1, weights, null, places(c, POSITIONS, (position, out, in, row, column) ->
                (((position * c.out() + out) * c.in() + in) * c.kernel() + ENLARGED_TAP[position / 2][row]) * c.kernel()
                        + ENLARGED_TAP[position % 2][column]));
    }

    /**
     * Neighbours in a row as one pixel with the channels of all: oneDNN computes channels in blocks of 16, and with fewer mostly zeros.
     *
     * @param pixels neighbours of the output, a divisor of its columns
     */
    static RepeatedKernel ofNeighbours(Parameters layer, Convolution c, int pixels, Allocation memory) {
        int inPixels = pixels * c.stride();
        int padding = c.stride() == 1 ? c.kernel() / 2 : 0;
        int before = padding == 0 ? 0 : 1;
        int columns = 1 + 2 * before;
        INDArray weights = memory.array((long) pixels * c.out(), (long) inPixels * c.in(), c.kernel(), columns);
        INDArray bias = c.bias() ? memory.array((long) pixels * c.out()) : null;
        return new RepeatedKernel(layer, pixels, pixels, weights, bias, places(c, pixels, (pixel, out, in, row, column) -> {
            int from = pixel * c.stride() + column - padding;
            int channel = Math.floorMod(from, inPixels) * c.in() + in;
            return (((pixel * c.out() + out) * inPixels * c.in() + channel) * c.kernel() + row) * columns
                    + Math.floorDiv(from, inPixels) + before;
        }));
    }

    private static int[] places(Convolution c, int pixels, Place place) {
        int[] places = new int[pixels * c.weights()];
        int i = 0;
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int out = 0; out < c.out(); out++) {
                for (int in = 0; in < c.in(); in++) {
                    for (int row = 0; row < c.kernel(); row++) {
                        for (int column = 0; column < c.kernel(); column++) {
                            places[i++] = place.of(pixel, out, in, row, column);
                        }
                    }
                }
            }
        }
        return places;
    }

    @Override
    public int neighbours() {
        return neighbours;
    }

    @Override
    public INDArray weights() {
        return weights;
    }

    @Override
    public INDArray bias() {
        return bias;
    }

    @Override
    public void refresh() {
        float[] own = layer.values("W");
        float[] repeated = new float[(int) weights.length()];
        for (int i = 0; i < places.length; i++) {
            repeated[places[i]] += own[i % own.length];
        }
        weights.data().asNioFloat().put(0, repeated);
        if (bias != null) {
            bias.data().asNioFloat().put(0, RowMath.tiled(layer.values("b"), (int) bias.length()));
        }
    }

    @Override
    public void receive(INDArray[] parts, INDArray[] biases) {
        float[] own = new float[places.length / pixels];
        for (INDArray part : parts) {
            float[] repeated = part.data().asFloat();
            for (int i = 0; i < places.length; i++) {
                own[i % own.length] += repeated[places[i]];
            }
        }
        layer.setGradient("W", own);
        if (bias != null) {
            double[] sums = new double[(int) bias.length() / pixels];
            for (INDArray part : biases) {
                RowMath.fold(part.data().asFloat(), sums);
            }
            layer.setGradient("b", RowMath.floats(sums));
        }
    }
}

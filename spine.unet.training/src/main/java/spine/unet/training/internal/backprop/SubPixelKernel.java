package spine.unet.training.internal.backprop;

import org.nd4j.linalg.api.ndarray.INDArray;
import spine.unet.network.Convolution;

/**
 * The weights of a 3x3 convolution of a map that is enlarged by pixel repetition, without the enlargement: for each of the four positions
 * inside a repeated pixel a set of summed weights on the small map. Output channels are {@code [position][out]}.
 */
final class SubPixelKernel implements ConvolutionStage.Kernel {
    static final int POSITIONS = 4;
    /** Which tap of the small map a tap of the large one falls on, by the position in its direction. */
    private static final int[][] TAP = {{0, 1, 1}, {1, 1, 2}};
    private static final int TAPS = 9;

    private final Parameters layer;
    private final int planes;
    private final INDArray weights;

    SubPixelKernel(Parameters layer, Convolution c, Allocation memory) {
        this.layer = layer;
        this.planes = c.out() * c.in();
        this.weights = memory.array((long) POSITIONS * c.out(), c.in(), c.kernel(), c.kernel());
    }

    @Override
    public INDArray weights() {
        return weights;
    }

    @Override
    public INDArray bias() {
        return null;
    }

    @Override
    public void refresh() {
        float[] large = layer.values("W");
        float[] small = new float[POSITIONS * large.length];
        for (int position = 0; position < POSITIONS; position++) {
            for (int plane = 0; plane < planes; plane++) {
                for (int tap = 0; tap < TAPS; tap++) {
                    small[(position * planes + plane) * TAPS + smallTap(position, tap)] += large[plane * TAPS + tap];
                }
            }
        }
        weights.data().asNioFloat().put(0, small);
    }

    @Override
    public void receive(INDArray[] parts, INDArray[] biases) {
        float[] large = new float[planes * TAPS];
        for (INDArray part : parts) {
            float[] small = part.data().asFloat();
            for (int position = 0; position < POSITIONS; position++) {
                for (int plane = 0; plane < planes; plane++) {
                    for (int tap = 0; tap < TAPS; tap++) {
                        large[plane * TAPS + tap] += small[(position * planes + plane) * TAPS + smallTap(position, tap)];
                    }
                }
            }
        }
        layer.setGradient("W", large);
    }

    private static int smallTap(int position, int tap) {
        return TAP[position / 2][tap / 3] * 3 + TAP[position % 2][tap % 3];
    }
}

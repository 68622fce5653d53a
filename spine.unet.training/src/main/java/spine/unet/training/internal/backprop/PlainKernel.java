package spine.unet.training.internal.backprop;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The weights of a layer as they are: the operations read them in the graph. */
final class PlainKernel implements ConvolutionStage.Kernel {
    private final Parameters layer;
    private final boolean bias;

    PlainKernel(Parameters layer, boolean bias) {
        this.layer = layer;
        this.bias = bias;
    }

    @Override
    public int neighbours() {
        return 1;
    }

    @Override
    public INDArray weights() {
        return layer.value("W");
    }

    @Override
    public INDArray bias() {
        return bias ? layer.value("b") : null;
    }

    @Override
    public void refresh() {
        // The graph's array is always current.
    }

    @Override
    public void receive(INDArray[] weights, INDArray[] biases) {
        layer.setGradient("W", weights);
        if (bias) {
            layer.setGradient("b", biases);
        }
    }
}

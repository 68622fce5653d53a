package spine.unet.training.internal.backprop;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2DDerivative;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import spine.unet.network.Convolution;

/**
 * A convolution without what follows it. Before the backward pass the gradient of its output has taken the place of the output. Each part
 * of the batch is an operation of its own, so that they can run at the same time.
 */
final class ConvolutionStage implements Stage {
    private static final long NHWC = 1;
    private static final long WEIGHTS_OIHW = 1;

    private final Workers workers;
    private final Kernel kernel;
    private final OpContext[] forward;
    private final OpContext[] backward;
    private final INDArray[] weightGradients;
    private final INDArray[] biasGradients;

    /** Weights and bias as the operation reads them, and where their gradients go. */
    interface Kernel {

        /** How many neighbours in a row of the output are one pixel to the operation, with the channels of all of them. */
        int neighbours();

        /** {@code [out][in][row][column]}. */
        INDArray weights();

        /** One value for each output channel, or null. */
        INDArray bias();

        /** Makes {@link #weights} current, before a forward pass. */
        void refresh();

        /**
         * Takes the gradients of the parts of the batch, whose sum is that of the batch.
         *
         * @param biases null without bias
         */
        void receive(INDArray[] weights, INDArray[] biases);
    }

    /**
     * The maps are split into parts along the images.
     */
    ConvolutionStage(Convolution c, Kernel kernel, FeatureMap in, FeatureMap out, int parts, Workers workers, Allocation memory) {
        FeatureMap inGradient = in.newGradient(memory);
        this.workers = workers;
        this.kernel = kernel;
        this.forward = new OpContext[parts];
        this.backward = new OpContext[parts];
        this.weightGradients = new INDArray[parts];
        this.biasGradients = kernel.bias() == null ? null : new INDArray[parts];
        int outPixels = kernel.neighbours();
        int inPixels = outPixels == 1 ? 1 : outPixels * c.stride();
        long[] arguments = {c.kernel(), kernel.weights().size(3), c.stride(), outPixels == 1 ? c.stride() : 1, 0, 0, 1, 1,
            c.stride() == 1 ? 1 : 0, NHWC, WEIGHTS_OIHW};
        for (int p = 0; p < parts; p++) {
            INDArray x = part(in, inPixels, p, parts);
            INDArray y = part(out, outPixels, p, parts);
            weightGradients[p] = memory.array(kernel.weights().shape());
            if (kernel.bias() == null) {
                forward[p] = memory.context(arguments, List.of(x, kernel.weights()), List.of(y));
                backward[p] = memory.context(arguments, List.of(x, kernel.weights(), y),
                        List.of(part(inGradient, inPixels, p, parts), weightGradients[p]));
            } else {
                biasGradients[p] = memory.array(kernel.bias().length());
                forward[p] = memory.context(arguments, List.of(x, kernel.weights(), kernel.bias()), List.of(y));
                backward[p] = memory.context(arguments, List.of(x, kernel.weights(), kernel.bias(), y),
                        List.of(part(inGradient, inPixels, p, parts), weightGradients[p], biasGradients[p]));
            }
        }
    }

    private static INDArray part(FeatureMap map, int pixels, int part, int parts) {
        long images = map.images();
        INDArray array = map.array().reshape(images, map.rows(), map.columns() / pixels, (long) map.channels() * pixels);
        return array.get(NDArrayIndex.interval(part * images / parts, (part + 1) * images / parts),
                NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.all());
    }

    @Override
    public void forward() {
        kernel.refresh();
        run(new Conv2D(), forward);
    }

    @Override
    public void backward() {
        run(new Conv2DDerivative(), backward);
        kernel.receive(weightGradients, biasGradients);
    }

    private void run(DynamicCustomOp operation, OpContext[] contexts) {
        workers.each(contexts.length, part -> Nd4j.exec(operation, contexts[part]));
    }
}

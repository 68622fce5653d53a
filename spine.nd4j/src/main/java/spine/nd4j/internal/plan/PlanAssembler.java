package spine.nd4j.internal.plan;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.MaxPooling2D;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.MulOp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import spine.unet.network.Assembler;
import spine.unet.network.Convolution;

/**
 * The network as native operations in NHWC layout. It is fast because batch normalisation is folded into the convolutions, because the
 * enlarged map is never computed (see {@link #join}), and because the gate and the enlargement write directly into the joined array. Only
 * element-wise operations may do that: a convolution into such a view gives wrong numbers.
 */
final class PlanAssembler implements Assembler<INDArray> {
    private static final long NHWC = 1;
    private static final long WEIGHTS_OIHW = 1;

    private final NativeWeights weights;
    private final List<AutoCloseable> owned;
    private final List<Runnable> steps;

    /**
     * @param weights of the network
     * @param owned receives what the plan has to close
     * @param steps receives what the plan has to run
     */
    PlanAssembler(NativeWeights weights, List<AutoCloseable> owned, List<Runnable> steps) {
        this.weights = weights;
        this.owned = owned;
        this.steps = steps;
    }

    @Override
    public INDArray convolution(Convolution c, INDArray in) {
        return convolution(c, weights.of(c), in);
    }

    private INDArray convolution(Convolution c, NativeWeights.Pair pair, INDArray in) {
        INDArray out = allocate(in.size(0), in.size(1) / c.stride(), in.size(2) / c.stride(), pair.bias().length());
        long same = c.stride() == 1 ? 1 : 0;
        add(new Conv2D(), new INDArray[] {in, pair.weights(), pair.bias()}, out,
                c.kernel(), c.kernel(), c.stride(), c.stride(), 0, 0, 1, 1, same, NHWC, WEIGHTS_OIHW);
        switch (c.activation()) {
            case RELU -> relu(out);
            case SIGMOID -> {
                Sigmoid sigmoid = new Sigmoid(out, out);
                steps.add(() -> Nd4j.getExecutioner().exec(sigmoid));
            }
            case SOFTMAX, NONE -> { } // the plan turns its answer into probabilities itself
        }
        return out;
    }

    @Override
    public INDArray pool(String name, INDArray in) {
        INDArray out = allocate(in.size(0), in.size(1) / 2, in.size(2) / 2, in.size(3));
        add(new MaxPooling2D(), new INDArray[] {in}, out, 2, 2, 2, 2, 0, 0, 1, 1, 0, 1, NHWC);
        return out;
    }

    @Override
    public INDArray addRelu(String name, INDArray a, INDArray b) {
        steps.add(() -> a.addi(b));
        relu(a);
        return a;
    }

    /** What the coarser map gives for the four pixels of the finer one ({@link NativeWeights#enlarging}) is spread over the finer one. */
    @Override
    public INDArray join(int level, INDArray skip, INDArray coefficients, INDArray coarse, Convolution up) {
        long n = coarse.size(0);
        long h = coarse.size(1);
        long w = coarse.size(2);
        long channels = up.out();
        INDArray joined = allocate(n, 2 * h, 2 * w, 2 * channels);
        INDArray cells = joined.reshape(n * h, 2, w, 2, 2 * channels);
        add(new MulOp(), new INDArray[] {skip.reshape(n * h, 2, w, 2, channels), coefficients.reshape(n * h, 1, w, 1, 1)},
                cells.get(channels(0, channels)));
        INDArray small = convolution(up, weights.enlarging(up), coarse);
        INDArray spread = small.reshape(n * h, w, 2, 2, channels).permute(0, 2, 1, 3, 4);
        INDArray target = cells.get(channels(channels, 2 * channels));
        steps.add(() -> target.assign(spread));
        return joined;
    }

    private static INDArrayIndex[] channels(long from, long to) {
        INDArrayIndex all = NDArrayIndex.all();
        return new INDArrayIndex[] {all, all, all, all, NDArrayIndex.interval(from, to)};
    }

    INDArray allocate(long... shape) {
        return own(Nd4j.createUninitialized(DataType.FLOAT, shape, 'c'));
    }

    private INDArray own(INDArray array) {
        owned.add(array);
        return array;
    }

    private void relu(INDArray array) {
        RectifiedLinear relu = new RectifiedLinear(array, array, 0.0);
        steps.add(() -> Nd4j.getExecutioner().exec(relu));
    }

    private void add(DynamicCustomOp operation, INDArray[] inputs, INDArray output, long... arguments) {
        OpContext context = Nd4j.getExecutioner().buildContext();
        context.setIArguments(arguments);
        for (int i = 0; i < inputs.length; i++) {
            context.setInputArray(i, inputs[i]);
        }
        context.setOutputArray(0, output);
        owned.add(0, context);
        steps.add(() -> Nd4j.exec(operation, context));
    }
}

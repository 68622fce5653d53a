package spine.nd4j.internal.plan;

import java.util.List;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
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
final class PlanAssembler implements Assembler<FeatureMap> {
    private static final long NHWC = 1;
    private static final long WEIGHTS_OIHW = 1;

    private final NativeWeights weights;
    private final PlanSteps steps;
    private final List<AutoCloseable> owned;

    /**
     * @param weights of the network
     * @param steps receives what the plan has to run
     * @param owned receives what the plan has to close
     */
    PlanAssembler(NativeWeights weights, PlanSteps steps, List<AutoCloseable> owned) {
        this.weights = weights;
        this.steps = steps;
        this.owned = owned;
    }

    @Override
    public FeatureMap convolution(Convolution c, FeatureMap in) {
        return convolution(c, weights.of(c), in);
    }

    private FeatureMap convolution(Convolution c, NativeWeights.Pair pair, FeatureMap in) {
        FeatureMap out = new FeatureMap(in.size(0), in.size(1) / c.stride(), in.size(2) / c.stride(), pair.bias().length());
        long same = c.stride() == 1 ? 1 : 0;
        steps.add(List.of(in), out, () -> custom(new Conv2D(), new INDArray[] {in.array(), pair.weights(), pair.bias()}, out.array(),
                c.kernel(), c.kernel(), c.stride(), c.stride(), 0, 0, 1, 1, same, NHWC, WEIGHTS_OIHW));
        switch (c.activation()) {
            case RELU -> relu(out);
            case SIGMOID -> inPlace(out, array -> new Sigmoid(array, array));
            case SOFTMAX, NONE -> { } // the plan turns its answer into probabilities itself
        }
        return out;
    }

    @Override
    public FeatureMap pool(String name, FeatureMap in) {
        FeatureMap out = new FeatureMap(in.size(0), in.size(1) / 2, in.size(2) / 2, in.size(3));
        steps.add(List.of(in), out, () -> custom(new MaxPooling2D(), new INDArray[] {in.array()}, out.array(),
                2, 2, 2, 2, 0, 0, 1, 1, 0, 1, NHWC));
        return out;
    }

    @Override
    public FeatureMap addRelu(String name, FeatureMap a, FeatureMap b) {
        steps.add(List.of(a, b), a, () -> () -> a.array().addi(b.array()));
        relu(a);
        return a;
    }

    /** What the coarser map gives for the four pixels of the finer one ({@link NativeWeights#enlarging}) is spread over the finer one. */
    @Override
    public FeatureMap join(int level, FeatureMap skip, FeatureMap coefficients, FeatureMap coarse, Convolution up) {
        long n = coarse.size(0);
        long h = coarse.size(1);
        long w = coarse.size(2);
        long channels = up.out();
        FeatureMap joined = new FeatureMap(n, 2 * h, 2 * w, 2 * channels);
        FeatureMap small = convolution(up, weights.enlarging(up), coarse);
        steps.add(List.of(skip, coefficients), joined, () -> custom(new MulOp(),
                new INDArray[] {skip.array().reshape(n * h, 2, w, 2, channels), coefficients.array().reshape(n * h, 1, w, 1, 1)},
                cells(joined, 0, channels)));
        steps.add(List.of(small), joined, () -> {
            INDArray spread = small.array().reshape(n * h, w, 2, 2, channels).permute(0, 2, 1, 3, 4);
            INDArray target = cells(joined, channels, 2 * channels);
            return () -> target.assign(spread);
        });
        return joined;
    }

    /** Some channels of a map, whose pixels stand in groups of 2x2. */
    private static INDArray cells(FeatureMap map, long fromChannel, long toChannel) {
        INDArrayIndex all = NDArrayIndex.all();
        return map.array().reshape(map.size(0) * map.size(1) / 2, 2, map.size(2) / 2, 2, map.size(3))
                .get(all, all, all, all, NDArrayIndex.interval(fromChannel, toChannel));
    }

    private void relu(FeatureMap map) {
        inPlace(map, array -> new RectifiedLinear(array, array, 0.0));
    }

    private void inPlace(FeatureMap map, Function<INDArray, Op> operation) {
        steps.add(List.of(map), map, () -> {
            Op ready = operation.apply(map.array());
            return () -> Nd4j.getExecutioner().exec(ready);
        });
    }

    private Runnable custom(DynamicCustomOp operation, INDArray[] inputs, INDArray output, long... arguments) {
        OpContext context = Nd4j.getExecutioner().buildContext();
        context.setIArguments(arguments);
        for (int i = 0; i < inputs.length; i++) {
            context.setInputArray(i, inputs[i]);
        }
        context.setOutputArray(0, output);
        owned.add(context);
        return () -> Nd4j.exec(operation, context);
    }
}

package spine.unet.training.internal.backprop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.graph.ComputationGraph;
import spine.unet.network.Assembler;
import spine.unet.network.Convolution;

/** Lays out the stages for one graph and one shape of batch. */
final class TrainingAssembler implements Assembler<FeatureMap> {
    private static final String NORM = "-norm";
    /** Channels of a vector register of AVX-512, in which oneDNN computes convolutions. */
    private static final int BLOCK = 16;

    private final ComputationGraph net;
    private final int parts;
    private final Workers workers;
    private final Allocation memory;
    private final List<Stage> stages = new ArrayList<>();
    private final Map<String, Parameters> layers = new LinkedHashMap<>();

    /** @param parts into which the images of a convolution are split */
    TrainingAssembler(ComputationGraph net, int parts, Workers workers, Allocation memory) {
        this.net = net;
        this.parts = parts;
        this.workers = workers;
        this.memory = memory;
    }

    /** In the order of the forward pass. */
    List<Stage> stages() {
        return stages;
    }

    /** Every layer with parameters, by its name in the graph. */
    Map<String, Parameters> layers() {
        return layers;
    }

    @Override
    public FeatureMap convolution(Convolution c, FeatureMap in) {
        FeatureMap out = memory.map(in.images(), in.rows() / c.stride(), in.columns() / c.stride(), c.out());
        stages.add(new ConvolutionStage(c, kernel(c, out.columns()), in, out, parts, workers, memory));
        return switch (c.activation()) {
            case RELU -> normalised(c, out);
            case SIGMOID -> {
                FeatureMap logistic = memory.like(out);
                stages.add(new LogisticStage(out, logistic, workers));
                yield logistic;
            }
            // The loss contains the softmax.
            case SOFTMAX, NONE -> out;
        };
    }

    /** Of a layer with fewer channels than oneDNN computes at once, as many neighbours together as make up for it. */
    private ConvolutionStage.Kernel kernel(Convolution c, int columns) {
        int neighbours = Math.min(Integer.highestOneBit(Math.max(1, BLOCK / c.out())), Integer.lowestOneBit(columns));
        return neighbours == 1
                ? new PlainKernel(layer(c.name()), c.bias())
                : RepeatedKernel.ofNeighbours(layer(c.name()), c, neighbours, memory);
    }

    private FeatureMap normalised(Convolution c, FeatureMap in) {
        FeatureMap out = memory.like(in);
        BatchNormalization norm = (BatchNormalization) net.getLayer(c.name() + NORM).conf().getLayer();
        stages.add(new NormalisedRelu(layer(c.name() + NORM), c.out(), norm.getEps(), norm.getDecay(), in, out, workers));
        return out;
    }

    private Parameters layer(String name) {
        return layers.computeIfAbsent(name, n -> new Parameters(net, n));
    }

    @Override
    public FeatureMap pool(String name, FeatureMap in) {
        FeatureMap out = memory.map(in.images(), in.rows() / 2, in.columns() / 2, in.channels());
        stages.add(new MaxPooling(in, out, workers, memory));
        return out;
    }

    @Override
    public FeatureMap addRelu(String name, FeatureMap a, FeatureMap b) {
        FeatureMap out = memory.like(a);
        stages.add(new SumRelu(a, b, out, workers));
        return out;
    }

    @Override
    public FeatureMap join(int level, FeatureMap skip, FeatureMap coefficients, FeatureMap coarse, Convolution up) {
        FeatureMap small = memory.map(coarse.images(), coarse.rows(), coarse.columns(), RepeatedKernel.POSITIONS * up.out());
        stages.add(new ConvolutionStage(up, RepeatedKernel.enlarged(layer(up.name()), up, memory), coarse, small, parts, workers, memory));
        FeatureMap joined = memory.map(skip.images(), skip.rows(), skip.columns(), 2L * up.out());
        stages.add(new JoinStage(skip, coefficients, normalised(up, small), joined, workers, memory));
        return joined;
    }
}

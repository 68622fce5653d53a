package spine.unet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import spine.unet.network.UNetConfiguration;
import spine.unet.network.UNetTopology;
import spine.unet.weights.ResumableNetwork;
import spine.unet.weights.StoredNetwork;

/**
 * The attention U-Net as a trainable DL4J graph. Input {@code [n, rows, columns, channels]}, output
 * {@code [n, rows, columns, classes]} with probabilities that add up to 1; rows and columns are multiples of
 * {@link UNetConfiguration#GRID}. A graph belongs to one thread at a time.
 */
public final class AttentionUNet {
    private static final String INPUT = "slices";
    private static final String OUTPUT = "probabilities";
    /** The convolution that reads the input; its weights are {@code [filter][channel][row][column]}. */
    private static final String FIRST = "encoder1a";

    /** A gradient longer than this, per layer, is shortened to it. */
    private static final double GRADIENT_LIMIT = 1.0;

    private AttentionUNet() {
    }

    /**
     * A new graph with random weights.
     *
     * @param size its size
     * @param loss what training minimises; one weight per class
     * @param rate learning rate of Adam over the steps
     * @param seed decides the weights
     */
    public static ComputationGraph create(UNetConfiguration size, DiceCrossEntropy loss, WarmUpCosine rate, long seed) {
        return create(size, loss, rate, seed, CNN2DFormat.NHWC);
    }

    /** In the layout NCHW it is the graph that a tutorial would build, which the benchmark measures. */
    static ComputationGraph create(UNetConfiguration size, DiceCrossEntropy loss, WarmUpCosine rate, long seed,
            CNN2DFormat format) {
        if (loss.classWeights().length != size.classes()) {
            throw new IllegalArgumentException(loss.classWeights().length + " class weights for " + size.classes() + " classes");
        }
        GraphBuilder graph = new NeuralNetConfiguration.Builder().seed(seed).miniBatch(false)
                .updater(new Adam(rate)).weightInit(WeightInit.RELU)
                .gradientNormalization(GradientNormalization.ClipL2PerLayer)
                .gradientNormalizationThreshold(GRADIENT_LIMIT)
                .trainingWorkspaceMode(WorkspaceMode.ENABLED).inferenceWorkspaceMode(WorkspaceMode.ENABLED)
                .graphBuilder().addInputs(INPUT);
        String classes = UNetTopology.assemble(size, new GraphAssembler(graph, format), INPUT);
        graph.addLayer(OUTPUT, new CnnLossLayer.Builder(loss).activation(Activation.SOFTMAX).format(format).build(), classes);
        graph.setOutputs(OUTPUT);
        // The size of the example is irrelevant: all layers are convolutional.
        graph.setInputTypes(InputType.convolutional(4L * UNetConfiguration.GRID, 4L * UNetConfiguration.GRID,
                size.inputChannels(), format));
        ComputationGraph net = new ComputationGraph(graph.build());
        net.init();
        return net;
    }

    /**
     * Copies the parameters of every layer of a network that has the same name and shape. Where the input of this graph has further
     * channels, their weights become 0, so that both give the same output at first.
     *
     * @param net receives the parameters
     * @param other gives them
     */
    public static void transferWeights(ComputationGraph net, StoredNetwork other) {
        GraphParameters.stored(other).forEach((name, values) -> {
            INDArray own = net.paramTable().get(name);
            if (own != null && own.length() == values.length) {
                assign(own, values);
            } else if (name.equals(FIRST + "_W") && sizeOf(net).inputChannels() > other.size().inputChannels()
                    && sizeOf(net).baseFilters() == other.size().baseFilters()) {
                own.assign(0);
                assign(own.get(NDArrayIndex.all(), NDArrayIndex.interval(0, other.size().inputChannels()), NDArrayIndex.all(),
                        NDArrayIndex.all()), values);
            }
        });
    }

    private static void assign(INDArray own, float[] values) {
        try (INDArray copy = Nd4j.create(values, own.shape(), 'c')) {
            own.assign(copy);
        }
    }

    /**
     * Brings a graph to where the training of another of the same settings stood.
     *
     * @param net just made by {@link #create}
     * @throws IOException if the other has another size, or was stored by a version with another order of layers
     */
    public static void resume(ComputationGraph net, ResumableNetwork other) throws IOException {
        List<String> order = new ArrayList<>(net.getConfiguration().getTopologicalOrderStr());
        order.remove(INPUT);
        INDArray optimiser = net.getUpdater().getUpdaterStateViewArray();
        if (!sizeOf(net).equals(other.network().size()) || !order.equals(other.network().order())
                || optimiser.length() != other.optimiser().length) {
            throw new IOException("the network that was stored is another than the one that is trained");
        }
        transferWeights(net, other.network());
        assign(optimiser, other.optimiser());
        net.getConfiguration().setIterationCount(other.iterations());
    }

    /**
     * What training of the graph minimises. The graph's own {@code score()} differs: DL4J applies the softmax of this kind of output layer
     * twice there (though not for the gradient).
     */
    public static DiceCrossEntropy lossOf(ComputationGraph net) {
        return (DiceCrossEntropy) ((CnnLossLayer) net.getOutputLayer(0).conf().getLayer()).getLossFn();
    }

    /** The size of a graph made by {@link #create}. */
    public static UNetConfiguration sizeOf(ComputationGraph net) {
        ConvolutionLayer first = (ConvolutionLayer) net.getLayer(FIRST).conf().getLayer();
        ConvolutionLayer last = (ConvolutionLayer) net.getLayer("classes").conf().getLayer();
        return new UNetConfiguration((int) first.getNIn(), (int) first.getNOut(), (int) last.getNOut());
    }

    /**
     * Writes the graph as a zip file of DL4J, which {@link spine.unet.weights.NetworkFile} reads.
     *
     * @param out stays open
     * @param resumable with the state of the optimiser, three times as large
     */
    public static void save(ComputationGraph net, OutputStream out, boolean resumable) throws IOException {
        ModelSerializer.writeModel(net, out, resumable);
    }
}

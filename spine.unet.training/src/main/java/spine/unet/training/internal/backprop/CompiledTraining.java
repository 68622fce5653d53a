package spine.unet.training.internal.backprop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import spine.unet.AttentionUNet;
import spine.unet.DiceCrossEntropy;
import spine.unet.network.UNetConfiguration;
import spine.unet.network.UNetTopology;

/**
 * Trains a graph on the processor as {@link ComputationGraph#fit} would, in a fraction of its time. Parameters, gradients and the optimiser
 * stay those of the graph, which can be saved, measured and resumed between two steps. The same batches give the same weights, whatever the
 * number of threads. Used by one thread at a time.
 */
public final class CompiledTraining implements TrainingStep {
    /**
     * Into how many operations a convolution of a batch is split, which is also how many threads it can use. A constant, because the
     * weights' gradients are added in another order if it changes.
     */
    private static final int PARTS = 2;

    private final ComputationGraph net;
    private final DiceCrossEntropy loss;
    private final Workers workers;
    private final Allocation memory = new Allocation();
    private final FeatureMap input;
    private final FeatureMap logits;
    private final List<Stage> stages;
    private final List<Stage> reversed = new ArrayList<>();
    private final Gradient gradient;
    private final INDArray flatGradient;

    /**
     * Compiles a graph for one shape of batch.
     *
     * @param net made or restored by {@link AttentionUNet}; its gradients and its optimiser are used
     * @param images of a batch, above 0
     * @param rows multiple of {@link UNetConfiguration#GRID}
     * @param columns multiple of {@link UNetConfiguration#GRID}
     * @param threads at least 1
     */
    @SuppressWarnings("try") // the scope is there for what it does while it is open
    public CompiledTraining(ComputationGraph net, int images, int rows, int columns, int threads) {
        this.net = net;
        this.loss = AttentionUNet.lossOf(net);
        this.workers = new Workers(threads);
        net.getUpdater();
        // The arrays outlive whatever workspace the caller may have open.
        try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            UNetConfiguration size = AttentionUNet.sizeOf(net);
            TrainingAssembler assembler = new TrainingAssembler(net, Math.min(PARTS, images), workers, memory);
            this.input = memory.map(images, rows, columns, size.inputChannels());
            this.logits = UNetTopology.assemble(size, assembler, input);
            this.stages = assembler.stages();
            this.flatGradient = net.getFlattenedGradients();
            this.gradient = named(assembler.layers());
        }
        for (int i = stages.size() - 1; i >= 0; i--) {
            reversed.add(stages.get(i));
        }
    }

    private Gradient named(Map<String, Parameters> layers) {
        Gradient named = new DefaultGradient(flatGradient);
        layers.forEach((layer, parameters) -> parameters.gradients()
                .forEach((parameter, view) -> named.setGradientFor(layer + "_" + parameter, view)));
        return named;
    }

    @Override
    public double fit(float[] in, float[] truth) {
        double before = gradients(in, truth);
        int iteration = net.getIterationCount();
        net.getUpdater().update(gradient, iteration, net.getEpochCount(), input.images(), LayerWorkspaceMgr.noWorkspaces());
        net.params().subi(flatGradient.reshape(net.params().shape()));
        net.getConfiguration().setIterationCount(iteration + 1);
        return before;
    }

    /** Computes the gradients of a batch into those of the graph. @return the loss */
    double gradients(float[] in, float[] truth) {
        input.writeAll(in);
        stages.forEach(Stage::forward);
        float[] values = new float[truth.length];
        logits.readAll(values);
        DiceCrossEntropy.Outcome outcome = loss.evaluate(truth, values, input.images(), workers::each);
        logits.writeAll(outcome.gradient());
        reversed.forEach(Stage::backward);
        return outcome.loss();
    }

    @Override
    public void close() {
        workers.close();
        memory.close();
    }
}

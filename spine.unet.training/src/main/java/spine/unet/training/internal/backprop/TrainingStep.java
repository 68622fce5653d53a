package spine.unet.training.internal.backprop;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/** Trains a graph batch by batch, all of one shape. Used by one thread at a time. */
public interface TrainingStep extends AutoCloseable {

    /**
     * One step of training.
     *
     * @param in {@code [image][row][column][channel]}
     * @param truth {@code [image][row][column][class]}, a distribution over the classes
     * @return the loss before the step
     */
    double fit(float[] in, float[] truth);

    /** Frees the native memory; the graph stays as it is. */
    @Override
    void close();

    /**
     * The fastest there is for what ND4J runs on: compiled on the processor, where arrays are read and written in place, and by the graph
     * itself on a device, where they are not in the memory of the process.
     *
     * @param net made or restored by {@link spine.unet.AttentionUNet}
     * @param images of a batch, above 0
     * @param rows multiple of {@link spine.unet.network.UNetConfiguration#GRID}
     * @param columns multiple of {@link spine.unet.network.UNetConfiguration#GRID}
     * @param threads of the processor, at least 1
     */
    static TrainingStep of(ComputationGraph net, int images, int rows, int columns, int threads) {
        return Nd4j.getExecutioner().type() == OpExecutioner.ExecutionerType.CUDA ? new GraphTraining(net, images, rows, columns)
                : new CompiledTraining(net, images, rows, columns, threads);
    }
}

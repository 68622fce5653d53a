package spine.unet.training.internal.backprop;

import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import spine.unet.AttentionUNet;
import spine.unet.DiceCrossEntropy;
import spine.unet.network.UNetConfiguration;

/** Trains a graph by {@link ComputationGraph#fit}, on whatever ND4J runs. */
final class GraphTraining extends BaseTrainingListener implements TrainingStep {
    private static final String LOGITS = "classes";

    private final ComputationGraph net;
    private final DiceCrossEntropy loss;
    private final long[] inputShape;
    private final long[] truthShape;
    private float[] logits;

    GraphTraining(ComputationGraph net, int images, int rows, int columns) {
        UNetConfiguration size = AttentionUNet.sizeOf(net);
        this.net = net;
        this.loss = AttentionUNet.lossOf(net);
        this.inputShape = new long[] {images, rows, columns, size.inputChannels()};
        this.truthShape = new long[] {images, rows, columns, size.classes()};
        net.addListeners(this);
    }

    @Override
    public double fit(float[] in, float[] truth) {
        try (INDArray input = Nd4j.create(in, inputShape, 'c'); INDArray labels = Nd4j.create(truth, truthShape, 'c')) {
            net.fit(new INDArray[] {input}, new INDArray[] {labels});
        }
        return loss.evaluate(truth, logits, 1, (count, task) -> task.accept(0)).loss();
    }

    /** The graph's own score is not the loss, see {@link AttentionUNet#lossOf}; the maps live until the step is done. */
    @Override
    public void onForwardPass(Model model, Map<String, INDArray> activations) {
        logits = activations.get(LOGITS).dup('c').data().asFloat();
    }

    @Override
    public void close() {
        net.getListeners().remove(this);
    }
}

package spine.unet.training.internal.backprop;

import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Parameters of one layer of a graph and their gradients: views into the graph's own arrays. */
final class Parameters {
    private final Layer layer;
    private final Map<String, INDArray> gradients;

    /** @param net has an updater, so that its gradients are allocated */
    Parameters(ComputationGraph net, String layer) {
        this.layer = net.getLayer(layer);
        this.gradients = this.layer.conf().getLayer().initializer()
                .getGradientsFromFlattened(this.layer.conf(), this.layer.getGradientsViewArray());
    }

    INDArray value(String name) {
        return layer.getParam(name);
    }

    INDArray gradient(String name) {
        return gradients.get(name);
    }

    Map<String, INDArray> gradients() {
        return gradients;
    }

    /** A copy in C order. */
    float[] values(String name) {
        try (INDArray copy = layer.getParam(name).dup('c')) {
            return copy.data().asFloat();
        }
    }

    void setGradient(String name, float[] values) {
        INDArray view = gradients.get(name);
        try (INDArray copy = Nd4j.create(values, view.shape(), 'c')) {
            view.assign(copy);
        }
    }

    void setGradient(String name, INDArray[] parts) {
        INDArray view = gradients.get(name);
        view.assign(parts[0]);
        for (int p = 1; p < parts.length; p++) {
            view.addi(parts[p]);
        }
    }
}

package spine.unet;

import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InvalidInputTypeException;

/**
 * Multiplies features (input 0) by a map of one channel (input 1). DL4J computes that product and its gradient; only the
 * check of its configuration refuses different numbers of channels. Its class name is stored in every model file.
 */
public class GateVertex extends ElementWiseVertex {

    public GateVertex() {
        super(Op.Product);
    }

    @Override
    public GateVertex clone() {
        return new GateVertex();
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType... inputs) throws InvalidInputTypeException {
        return inputs[0];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GraphVertex && other.getClass() == GateVertex.class;
    }

    @Override
    public int hashCode() {
        return GateVertex.class.hashCode();
    }
}

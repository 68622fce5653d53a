package spine.unet.training.internal.backprop;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/** The native memory of a compiled network. */
final class Allocation implements AutoCloseable {
    private final List<AutoCloseable> owned = new ArrayList<>();

    INDArray array(long... shape) {
        INDArray array = Nd4j.create(DataType.FLOAT, shape, 'c');
        owned.add(array);
        return array;
    }

    FeatureMap map(long... shape) {
        return new FeatureMap(array(shape));
    }

    /** A map of the same shape. */
    FeatureMap like(FeatureMap map) {
        return map(map.array().shape());
    }

    OpContext context(long[] arguments, List<INDArray> inputs, List<INDArray> outputs) {
        OpContext context = Nd4j.getExecutioner().buildContext();
        context.setIArguments(arguments);
        context.setInputArrays(inputs);
        context.setOutputArrays(outputs);
        // Before the arrays that it points to.
        owned.add(0, context);
        return context;
    }

    @Override
    public void close() {
        for (AutoCloseable resource : owned) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException("native memory of a compiled network could not be freed", e);
            }
        }
        owned.clear();
    }
}

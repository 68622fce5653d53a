package spine.unet.training.internal.backprop;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A map between two stages, {@code [image][row][column][channel]}, and the gradients that its consumers give back. */
final class FeatureMap {
    private final INDArray array;
    private final FloatBuffer values;
    private final List<FeatureMap> gradients = new ArrayList<>();

    /** @param array rank 4 in C order, at the beginning of its buffer */
    FeatureMap(INDArray array) {
        this.array = array;
        this.values = array.data().asNioFloat();
    }

    INDArray array() {
        return array;
    }

    int images() {
        return (int) array.size(0);
    }

    int rows() {
        return (int) array.size(1);
    }

    int columns() {
        return (int) array.size(2);
    }

    int channels() {
        return (int) array.size(3);
    }

    /** Values of a row. */
    int rowLength() {
        return columns() * channels();
    }

    /** A map of the same shape to which a further consumer of this one will write its part of the gradient. */
    FeatureMap newGradient(Allocation memory) {
        FeatureMap gradient = memory.like(this);
        gradients.add(gradient);
        return gradient;
    }

    /** The parts of the gradient, whose sum it is. */
    List<FeatureMap> gradients() {
        return gradients;
    }

    /** The gradient of a map with one consumer. */
    FeatureMap gradient() {
        if (gradients.size() != 1) {
            throw new IllegalStateException("a map with " + gradients.size() + " consumers where one was expected");
        }
        return gradients.get(0);
    }

    /** Copies a row; rows of all images are counted on. */
    void read(int row, float[] into) {
        values.get(row * into.length, into);
    }

    void write(int row, float[] from) {
        values.put(row * from.length, from);
    }

    void readAll(float[] into) {
        values.get(0, into);
    }

    void writeAll(float[] from) {
        values.put(0, from);
    }
}

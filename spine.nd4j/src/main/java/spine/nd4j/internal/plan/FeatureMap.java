package spine.nd4j.internal.plan;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A feature map while a plan is laid out: first its shape, then its memory. */
final class FeatureMap {
    private final long[] shape;
    private INDArray array;

    /** @param shape image, row, column, channel */
    FeatureMap(long... shape) {
        this.shape = shape;
    }

    long size(int dimension) {
        return shape[dimension];
    }

    long length() {
        return shape[0] * shape[1] * shape[2] * shape[3];
    }

    long[] shape() {
        return shape;
    }

    /** Dense, in C order; null until it has memory. */
    INDArray array() {
        return array;
    }

    void place(INDArray memory) {
        this.array = memory;
    }
}

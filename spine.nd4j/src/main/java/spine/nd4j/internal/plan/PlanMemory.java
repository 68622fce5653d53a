package spine.nd4j.internal.plan;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/** How images reach a plan and its answer leaves it. */
interface PlanMemory {

    void put(float[] in);

    void get(float[] out);

    static PlanMemory of(INDArray in, INDArray out) {
        return Nd4j.getExecutioner().type() == OpExecutioner.ExecutionerType.CUDA ? new OfDevice(in, out)
                : new OfProcess(in.data().asNioFloat(), out.data().asNioFloat());
    }

    /** The arrays themselves. */
    record OfProcess(FloatBuffer input, FloatBuffer output) implements PlanMemory {

        @Override
        public void put(float[] in) {
            input.put(0, in);
        }

        @Override
        public void get(float[] out) {
            output.get(0, out);
        }
    }

    /** Memory of a device beside that of the process: ND4J keeps the two alike, if it is told of what is written. */
    record OfDevice(INDArray input, INDArray output) implements PlanMemory {

        @Override
        public void put(float[] in) {
            input.data().setData(in);
        }

        @Override
        public void get(float[] out) {
            Nd4j.getExecutioner().commit();
            System.arraycopy(output.data().asFloat(), 0, out, 0, out.length);
        }
    }
}

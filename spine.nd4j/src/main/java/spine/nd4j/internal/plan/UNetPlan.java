package spine.nd4j.internal.plan;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.factory.Nd4j;
import spine.unet.engine.ShapedRun;
import spine.unet.network.UNetConfiguration;
import spine.unet.network.UNetTopology;

/**
 * The network compiled for one shape of input: a fixed list of native operations on arrays that are allocated once.
 * Equals the graph's output to about 1e-5 and takes about half its time. Used by one thread at a time.
 */
public final class UNetPlan implements ShapedRun {
    private final int images;
    private final int rows;
    private final int columns;
    private final UNetConfiguration size;
    private final List<AutoCloseable> owned = new ArrayList<>();
    private final List<Runnable> steps;
    private final PlanMemory memory;

    /**
     * A plan for one shape.
     *
     * @param weights of the network; closed after the plan
     * @param images images per run, above 0
     * @param rows multiple of {@link UNetConfiguration#GRID}
     * @param columns multiple of {@link UNetConfiguration#GRID}
     */
    @SuppressWarnings("try") // the scope is there for what it does while it is open
    public UNetPlan(NativeWeights weights, int images, int rows, int columns) {
        if (images < 1 || rows < UNetConfiguration.GRID || columns < UNetConfiguration.GRID
                || rows % UNetConfiguration.GRID != 0 || columns % UNetConfiguration.GRID != 0) {
            throw new IllegalArgumentException("no plan for " + images + " images of " + rows + " x " + columns
                    + ": rows and columns must be multiples of " + UNetConfiguration.GRID);
        }
        this.images = images;
        this.rows = rows;
        this.columns = columns;
        this.size = weights.size();
        // The arrays outlive whatever workspace the caller may have open.
        try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
            PlanSteps layout = new PlanSteps();
            FeatureMap in = new FeatureMap(images, rows, columns, size.inputChannels());
            FeatureMap out = UNetTopology.assemble(size, new PlanAssembler(weights, layout, owned), in);
            this.steps = layout.ready(in, out);
            owned.addAll(layout.memory());
            this.memory = PlanMemory.of(in.array(), out.array());
        }
    }

    /**
     * Runs the network.
     *
     * @param in {@code [image][row][column][channel]} in one row
     * @param out receives the probabilities, {@code [image][row][column][class]} in one row
     */
    @Override
    public void run(float[] in, float[] out) {
        long pixels = (long) images * rows * columns;
        if (in.length != pixels * size.inputChannels() || out.length != pixels * size.classes()) {
            throw new IllegalArgumentException("arrays of " + in.length + " and " + out.length + " values for a plan of "
                    + images + " x " + rows + " x " + columns + " with " + size.inputChannels() + " channels and "
                    + size.classes() + " classes");
        }
        memory.put(in);
        for (Runnable step : steps) {
            step.run();
        }
        memory.get(out);
        Softmax.apply(out, size.classes());
    }

    /** Frees the native memory; the plan cannot be run afterwards. */
    @Override
    public void close() {
        steps.clear();
        for (AutoCloseable resource : owned) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException("native memory of a plan could not be freed", e);
            }
        }
        owned.clear();
    }
}

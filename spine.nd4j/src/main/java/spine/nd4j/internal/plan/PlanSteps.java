package spine.nd4j.internal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The operations of a plan in their order, and the memory of its maps: a map gets the memory of one that no later operation reads. So a
 * plan needs a third of the memory, and more of it stays in the processor's caches.
 */
final class PlanSteps {
    private final List<Step> steps = new ArrayList<>();
    private final List<INDArray> all = new ArrayList<>();
    private final List<INDArray> free = new ArrayList<>();

    /** What an operation reads and writes, and how to make it ready once all of that has memory. */
    private record Step(List<FeatureMap> reads, FeatureMap writes, Supplier<Runnable> operation) {

        boolean touches(FeatureMap map) {
            return writes == map || reads.contains(map);
        }
    }

    /**
     * @param writes may be a map that it reads, or that an earlier operation has written in part
     * @param operation asked once
     */
    void add(List<FeatureMap> reads, FeatureMap writes, Supplier<Runnable> operation) {
        steps.add(new Step(reads, writes, operation));
    }

    /**
     * Gives every map its memory.
     *
     * @param in input of the network
     * @param out its answer, which keeps its memory to the end
     * @return the operations, ready to run
     */
    List<Runnable> ready(FeatureMap in, FeatureMap out) {
        List<Runnable> ready = new ArrayList<>();
        in.place(take(in));
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.writes.array() == null) {
                step.writes.place(take(step.writes));
            }
            ready.add(step.operation.get());
            List<Step> later = steps.subList(i + 1, steps.size());
            step.reads.stream().distinct().filter(map -> map != out && later.stream().noneMatch(next -> next.touches(map)))
                    .forEach(map -> free.add(owner(map)));
        }
        return ready;
    }

    /** The memory of all maps, to be closed. */
    List<INDArray> memory() {
        return all;
    }

    private INDArray take(FeatureMap map) {
        INDArray memory = null;
        for (INDArray each : free) {
            if (each.length() >= map.length() && (memory == null || each.length() < memory.length())) {
                memory = each;
            }
        }
        if (memory == null) {
            memory = Nd4j.createUninitialized(DataType.FLOAT, new long[] {map.length()}, 'c');
            all.add(memory);
        } else {
            INDArray taken = memory;
            free.removeIf(each -> each == taken);
        }
        return Nd4j.create(memory.data(), map.shape(), Nd4j.getStrides(map.shape(), 'c'), 0, 'c');
    }

    private INDArray owner(FeatureMap map) {
        return all.stream().filter(each -> each.data() == map.array().data()).findFirst().orElseThrow();
    }
}

package spine.unet.internal.inference;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import spine.api.Cancellation;
import spine.api.image.PixelBox;
import spine.unet.preprocessing.PreparedStack;
import spine.unet.preprocessing.SliceChannels;

/** Runs the networks of a model over one prepared stack, slices in parallel, and fills in its maps. For one call. */
public final class StackInference {
    private final Ensemble networks;
    private final PreparedStack stack;
    private final SliceChannels channels;
    private final boolean averaging;
    private final StackMaps maps;
    private final Executor workers;
    private final DoubleConsumer progress;
    private final Cancellation cancellation;
    private final AtomicInteger finished = new AtomicInteger();

    /**
     * @param averaging whether every slice is segmented a second time with left and right exchanged
     * @param maps receive the answers
     * @param progress hears of the finished share of the slices, 0..1
     */
    public StackInference(Ensemble networks, PreparedStack stack, SliceChannels channels, boolean averaging, StackMaps maps,
            Executor workers, DoubleConsumer progress, Cancellation cancellation) {
        this.networks = networks;
        this.stack = stack;
        this.channels = channels;
        this.averaging = averaging;
        this.maps = maps;
        this.workers = workers;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** @param windows what to segment, by slice; empty for nothing */
    public void run(List<PixelBox> windows) {
        List<Integer> slices = byHeight(windows);
        SliceTasks.run(workers, slices.size(), index -> {
            int slice = slices.get(index);
            PixelBox window = windows.get(slice);
            if (!window.isEmpty()) {
                maps.put(slice, probabilities(slice, window));
            }
            done();
        });
    }

    /** Segments the spine wherever it is, and its surroundings. */
    public void runOnSpine() {
        PixelBox whole = new PixelBox(0, 0, stack.rows(), stack.columns());
        List<Integer> scouts = SpineScouts.of(stack.slices());
        List<PixelBox> found = new CopyOnWriteArrayList<>();
        SliceTasks.run(workers, scouts.size(), index -> {
            WindowProbabilities probabilities = probabilities(scouts.get(index), whole);
            found.add(SpineScouts.found(probabilities));
            maps.put(scouts.get(index), probabilities);
            done();
        });
        PixelBox window = SpineScouts.elsewhere(found, stack.rows(), stack.columns());
        List<Integer> others = IntStream.range(0, stack.slices()).boxed().filter(slice -> !scouts.contains(slice)).toList();
        SliceTasks.run(workers, others.size(), index -> {
            int slice = others.get(index);
            WindowProbabilities probabilities = probabilities(slice, window);
            boolean leaves = SpineScouts.leaves(probabilities, stack.rows(), stack.columns());
            maps.put(slice, leaves ? probabilities(slice, whole) : probabilities);
            done();
        });
    }

    /** The slices, those of one height together: an engine prepares for every change of shape. */
    private static List<Integer> byHeight(List<PixelBox> windows) {
        return IntStream.range(0, windows.size()).boxed()
                .sorted(Comparator.comparingInt((Integer slice) -> windows.get(slice).rows()).reversed()).toList();
    }

    private WindowProbabilities probabilities(int slice, PixelBox window) {
        cancellation.check();
        return networks.probabilities(new SliceInference(stack, window, channels, maps.classes(), averaging, SliceInference.LONGEST_ROWS,
                SliceInference.LONGEST_COLUMNS), slice);
    }

    private void done() {
        progress.accept(finished.incrementAndGet() / (double) stack.slices());
    }
}

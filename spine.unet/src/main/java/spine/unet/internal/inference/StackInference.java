package spine.unet.internal.inference;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import spine.api.Cancellation;
import spine.api.image.PixelBox;
import spine.unet.preprocessing.PreparedStack;

/** Runs the networks of a model over one prepared stack, slices in parallel, and fills in its maps. For one call. */
public final class StackInference {
    private final Ensemble networks;
    private final SliceInference inference;
    private final StackMaps maps;
    private final LimitedExecutor workers;
    private final int imagesPerRun;
    private final DoubleConsumer progress;
    private final Cancellation cancellation;
    private final AtomicInteger finished = new AtomicInteger();

    /**
     * @param inference of the stack
     * @param maps receive the answers
     * @param imagesPerRun at most, above 0
     * @param progress hears of the finished share of the slices, 0..1
     */
    public StackInference(Ensemble networks, SliceInference inference, StackMaps maps, LimitedExecutor workers, int imagesPerRun,
            DoubleConsumer progress, Cancellation cancellation) {
        this.networks = networks;
        this.inference = inference;
        this.maps = maps;
        this.workers = workers;
        this.imagesPerRun = imagesPerRun;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** @param windows what to segment, by slice; empty for nothing */
    public void run(List<PixelBox> windows) {
        List<SlicePart> wanted = SlicePart.of(windows);
        done(windows.size() - wanted.size());
        segment(wanted, (probabilities, slice) -> maps.put(slice, probabilities));
    }

    /** Segments the spine wherever it is, and its surroundings. */
    public void runOnSpine() {
        PreparedStack stack = inference.stack();
        PixelBox whole = new PixelBox(0, 0, stack.rows(), stack.columns());
        List<Integer> scouts = SpineScouts.of(stack.slices());
        List<PixelBox> found = new CopyOnWriteArrayList<>();
        segment(scouts.stream().map(slice -> new SlicePart(slice, whole)).toList(), (probabilities, slice) -> {
            found.add(SpineScouts.found(probabilities));
            maps.put(slice, probabilities);
        });
        PixelBox window = SpineScouts.elsewhere(found, stack.rows(), stack.columns());
        segment(IntStream.range(0, stack.slices()).filter(slice -> !scouts.contains(slice))
                .mapToObj(slice -> new SlicePart(slice, window)).toList(), (probabilities, slice) ->
                maps.put(slice, SpineScouts.leaves(probabilities, stack.rows(), stack.columns())
                        ? networks.probabilities(inference, List.of(new SlicePart(slice, whole))).get(0) : probabilities));
    }

    private void segment(List<SlicePart> windows, ObjIntConsumer<WindowProbabilities> answer) {
        List<List<SlicePart>> groups = SlicePart.groups(windows, workers.most(), imagesPerRun);
        SliceTasks.run(workers, groups.size(), index -> {
            cancellation.check();
            List<SlicePart> group = groups.get(index);
            List<WindowProbabilities> probabilities = networks.probabilities(inference, group);
            for (int i = 0; i < group.size(); i++) {
                answer.accept(probabilities.get(i), group.get(i).slice());
            }
            done(group.size());
        });
    }

    private void done(int slices) {
        progress.accept(finished.addAndGet(slices) / (double) inference.stack().slices());
    }
}

package spine.unet.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.deeplearning4j.nn.graph.ComputationGraph;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.model.ModelCard;
import spine.api.model.SegmentationModel;
import spine.common.digest.Sha256;
import spine.unet.AttentionUNet;
import spine.unet.UNetParameters;
import spine.unet.internal.inference.InterSliceSmoothing;
import spine.unet.internal.inference.LimitedExecutor;
import spine.unet.internal.inference.SliceInference;
import spine.unet.internal.plan.PlanPool;
import spine.unet.internal.plan.UNetPlan;
import spine.unet.internal.preprocessing.InputRecipe;
import spine.unet.internal.preprocessing.PreparedStack;
import spine.unet.internal.preprocessing.Resampling;
import spine.unet.internal.preprocessing.SliceOrientation;
import spine.unet.internal.weights.WeightsFile;

/**
 * Trained attention U-Nets as a model of the platform: one, or a committee whose probabilities are averaged. Slices are segmented in
 * parallel, each by one thread; the answer does not depend on how many there are.
 */
public final class UNetSegmentationModel implements SegmentationModel, AutoCloseable {
    private final ModelCard card;
    private final InputRecipe recipe;
    private final boolean averaging;
    private final List<PlanPool> members;
    private final Executor workers;

    private UNetSegmentationModel(ModelCard card, List<UNetParameters> members, Executor threads, int parallelImages,
            boolean averaging) {
        this.card = card;
        this.averaging = averaging;
        this.recipe = InputRecipe.fromMap(card.inputRecipe());
        for (UNetParameters parameters : members) {
            if (parameters.size().classes() != card.classes().size()
                    || parameters.size().inputChannels() > recipe.channels().count()) {
                throw new IllegalArgumentException("model " + card.id() + ": the card names " + card.classes().size() + " classes and "
                        + recipe.channels().count() + " channels, the weights have " + parameters.size());
            }
        }
        this.members = members.stream().map(parameters -> new PlanPool(parameters, parallelImages)).toList();
        this.workers = new LimitedExecutor(threads, parallelImages);
    }

    /**
     * Loads a model.
     *
     * @param card its card
     * @param weights the {@link WeightsFile} the card's digest belongs to; stays open
     * @param threads on which the slices are segmented; longer-lived than the model and never refusing while it lives
     * @param parallelImages slices to work on at the same time, above 0
     * @param averaging whether every slice is also seen with left and right exchanged, for twice the time
     * @throws IOException if the weights are not those of the card, or not readable
     */
    public static UNetSegmentationModel load(ModelCard card, InputStream weights, Executor threads, int parallelImages,
            boolean averaging) throws IOException {
        byte[] file = weights.readAllBytes();
        String digest = Sha256.of(file);
        if (!digest.equals(card.weightsSha256())) {
            throw new IOException("the weights of model " + card.id() + " " + card.version() + " have the SHA-256 " + digest
                    + ", but its card promises " + card.weightsSha256());
        }
        List<UNetParameters> members = new ArrayList<>();
        for (byte[] network : WeightsFile.networks(file)) {
            members.add(parameters(network));
        }
        return new UNetSegmentationModel(card, members, threads, parallelImages, averaging);
    }

    private static UNetParameters parameters(byte[] network) throws IOException {
        ComputationGraph net = AttentionUNet.restore(new ByteArrayInputStream(network), false);
        try {
            return UNetParameters.of(net);
        } finally {
            net.close();
        }
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public ClassProbabilities segment(SliceStack stack, Progress progress, Cancellation cancellation) {
        cancellation.check();
        String step = "segmenting " + card.role();
        progress.at(step, 0);
        PreparedStack prepared = recipe.prepare(stack);
        SliceOrientation orientation = SliceOrientation.of(stack);
        Resampling back = recipe.resampling(stack).inverse();
        SliceInference inference = new SliceInference(prepared, recipe.channels(), card.classes().size(), averaging,
                SliceInference.LONGEST_ROWS, SliceInference.LONGEST_COLUMNS);
        int slices = prepared.slices();
        byte[][][] quantised = new byte[card.classes().size()][slices][];
        AtomicInteger finished = new AtomicInteger();
        List<Future<?>> tasks = new ArrayList<>();
        for (int slice = 0; slice < slices; slice++) {
            int current = slice;
            FutureTask<?> task = new FutureTask<>(() -> {
                cancellation.check();
                float[][] probabilities = run(inference, current);
                for (int c = 0; c < probabilities.length; c++) {
                    quantised[c][current] = quantise(orientation.stored(back.apply(probabilities[c])));
                }
                progress.at(step, finished.incrementAndGet() / (double) slices);
            }, null);
            tasks.add(task);
            workers.execute(task);
        }
        await(tasks);
        return new ClassProbabilities(card.classes(), new InterSliceSmoothing(recipe.neighbourWeight()).of(quantised));
    }

    private float[][] run(SliceInference inference, int slice) {
        float[][] mean = run(members.get(0), inference, slice);
        for (int member = 1; member < members.size(); member++) {
            float[][] other = run(members.get(member), inference, slice);
            for (int c = 0; c < mean.length; c++) {
                for (int i = 0; i < mean[c].length; i++) {
                    mean[c][i] += (other[c][i] - mean[c][i]) / (member + 1);
                }
            }
        }
        return mean;
    }

    private static float[][] run(PlanPool plans, SliceInference inference, int slice) {
        UNetPlan plan = plans.borrow(inference.rows(), inference.columns());
        try {
            return inference.run(plan, slice);
        } finally {
            plans.giveBack(plan);
        }
    }

    private static byte[] quantise(float[] probabilities) {
        byte[] bytes = new byte[probabilities.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.max(0, Math.min(255, Math.round(255 * probabilities[i])));
        }
        return bytes;
    }

    /** Waits for every task, also after a failure: no task may outlive the call that made it. */
    private static void await(List<Future<?>> tasks) {
        RuntimeException failure = null;
        boolean interrupted = false;
        for (Future<?> task : tasks) {
            if (failure != null) {
                task.cancel(false);
            }
            boolean waiting = true;
            while (waiting) {
                try {
                    task.get();
                    waiting = false;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (CancellationException e) {
                    waiting = false;
                } catch (ExecutionException e) {
                    waiting = false;
                    failure = failure != null ? failure : asUnchecked(e.getCause());
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static RuntimeException asUnchecked(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }

    /** Frees native memory. Nobody may be inside {@link #segment}. */
    @Override
    public void close() {
        members.forEach(PlanPool::close);
    }
}

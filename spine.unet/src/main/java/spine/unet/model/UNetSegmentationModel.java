package spine.unet.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.deeplearning4j.nn.graph.ComputationGraph;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.PixelBox;
import spine.api.image.SliceStack;
import spine.api.image.StackRegion;
import spine.api.model.ModelCard;
import spine.api.model.SegmentationModel;
import spine.common.digest.Sha256;
import spine.unet.AttentionUNet;
import spine.unet.UNetParameters;
import spine.unet.internal.inference.Ensemble;
import spine.unet.internal.inference.InterSliceSmoothing;
import spine.unet.internal.inference.LimitedExecutor;
import spine.unet.internal.inference.RegionMaps;
import spine.unet.internal.inference.SliceInference;
import spine.unet.internal.inference.SliceTasks;
import spine.unet.internal.inference.Windows;
import spine.unet.internal.preprocessing.InputRecipe;
import spine.unet.internal.preprocessing.PreparedStack;
import spine.unet.internal.preprocessing.PreparedStacks;
import spine.unet.internal.weights.WeightsFile;

/**
 * Trained attention U-Nets as a model of the platform: one, or an ensemble whose probabilities are averaged. Slices are segmented in
 * parallel, each by one thread; the answer does not depend on how many there are. Safe for use by many threads.
 */
public final class UNetSegmentationModel implements SegmentationModel, AutoCloseable {
    /** Of all models, because the two that serve a study are different ones. */
    private static final PreparedStacks PREPARED = new PreparedStacks();

    private final ModelCard card;
    private final InputRecipe recipe;
    private final boolean averaging;
    private final Ensemble networks;
    private final Executor workers;

    private UNetSegmentationModel(ModelCard card, List<UNetParameters> networks, Executor threads, int parallelImages,
            boolean averaging) {
        this.card = card;
        this.averaging = averaging;
        this.recipe = InputRecipe.fromMap(card.inputRecipe());
        for (UNetParameters parameters : networks) {
            if (parameters.size().classes() != card.classes().size()
                    || parameters.size().inputChannels() > recipe.channels().count()) {
                throw new IllegalArgumentException("model " + card.id() + ": the card names " + card.classes().size() + " classes and "
                        + recipe.channels().count() + " channels, the weights have " + parameters.size());
            }
        }
        this.networks = new Ensemble(networks, parallelImages);
        this.workers = new LimitedExecutor(threads, parallelImages);
    }

    /**
     * Loads a model.
     *
     * @param card its card
     * @param weights the content of {@code weights.zip}, to which the card's digest belongs; stays open
     * @param threads on which the slices are segmented; must live longer than the model and refuse nothing while it lives.
     *     {@code Runnable::run} segments on the thread of the caller
     * @param parallelImages slices to work on at the same time, above 0
     * @param averaging whether every slice is segmented a second time with left and right exchanged, for twice the time
     * @throws IOException if the weights are not those of the card, or not readable
     * @throws IllegalArgumentException if the card's recipe cannot be used, or weights and card differ in classes or channels
     */
    public static UNetSegmentationModel load(ModelCard card, InputStream weights, Executor threads, int parallelImages,
            boolean averaging) throws IOException {
        byte[] file = weights.readAllBytes();
        String digest = Sha256.of(file);
        if (!digest.equals(card.weightsSha256())) {
            throw new IOException("the weights of model " + card.id() + " " + card.version() + " have the SHA-256 " + digest
                    + ", but its card promises " + card.weightsSha256());
        }
        List<UNetParameters> networks = new ArrayList<>();
        for (byte[] network : WeightsFile.networks(file)) {
            networks.add(parameters(network));
        }
        return new UNetSegmentationModel(card, networks, threads, parallelImages, averaging);
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
        return segment(stack, StackRegion.whole(stack), progress, cancellation);
    }

    @Override
    public ClassProbabilities segment(SliceStack stack, StackRegion region, Progress progress, Cancellation cancellation) {
        cancellation.check();
        String step = "segmenting " + card.role();
        progress.at("preparing " + card.role(), 0);
        PreparedStack prepared = PREPARED.of(recipe, stack, (planes, task) -> SliceTasks.run(workers, planes, task));
        progress.at(step, 0);
        InterSliceSmoothing smoothing = new InterSliceSmoothing(recipe.neighbourWeight());
        RegionMaps maps = new RegionMaps(stack, recipe, smoothing.inputOf(region), card.classes().size());
        List<PixelBox> windows = Windows.around(maps.wanted(), prepared.rows(), prepared.columns());
        int slices = prepared.slices();
        AtomicInteger finished = new AtomicInteger();
        SliceTasks.run(workers, slices, slice -> {
            cancellation.check();
            PixelBox window = windows.get(slice);
            if (!window.isEmpty()) {
                maps.put(slice, window, networks.probabilities(new SliceInference(prepared, window, recipe.channels(),
                        card.classes().size(), averaging, SliceInference.LONGEST_ROWS, SliceInference.LONGEST_COLUMNS), slice));
            }
            progress.at(step, finished.incrementAndGet() / (double) slices);
        });
        return new ClassProbabilities(card.classes(), smoothing.of(maps.quantised()));
    }

    /** Frees native memory. Nobody may be inside {@link #segment}. */
    @Override
    public void close() {
        networks.close();
    }
}

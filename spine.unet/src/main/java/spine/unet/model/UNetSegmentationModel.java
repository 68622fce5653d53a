package spine.unet.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.image.StackRegion;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;
import spine.common.digest.Sha256;
import spine.unet.engine.EngineDescription;
import spine.unet.engine.InferenceEngine;
import spine.unet.engine.InferenceSession;
import spine.unet.engine.OnnxInferenceEngine;
import spine.unet.internal.inference.Ensemble;
import spine.unet.internal.inference.InterSliceSmoothing;
import spine.unet.internal.inference.LimitedExecutor;
import spine.unet.internal.inference.SliceInference;
import spine.unet.internal.inference.SliceTasks;
import spine.unet.internal.inference.StackInference;
import spine.unet.internal.inference.StackMaps;
import spine.unet.internal.inference.Windows;
import spine.unet.network.UNetParameters;
import spine.unet.preprocessing.InputRecipe;
import spine.unet.preprocessing.PlaneTasks;
import spine.unet.preprocessing.PreparedStack;
import spine.unet.preprocessing.PreparedStacks;
import spine.unet.weights.NetworkFile;
import spine.unet.weights.WeightsFile;

/**
 * Trained attention U-Nets as a model of the platform: one, or an ensemble whose probabilities are averaged. Slices are segmented in
 * parallel, each by one thread; the answer does not depend on how many there are. Safe for use by many threads.
 */
public final class UNetSegmentationModel implements SegmentationModel, AutoCloseable {
    /**
     * How far beyond a region the networks get to see, pixels. With 16 the probability of one pixel in a thousand of the vertebral bodies
     * differs by more than 0.01 from that of the whole slice.
     */
    private static final int MARGIN = 16;

    private final ModelCard card;
    private final InputRecipe recipe;
    private final boolean averaging;
    private final Ensemble networks;
    private final EngineDescription engine;
    private final PreparedStacks stacks;
    private final LimitedExecutor workers;

    private UNetSegmentationModel(ModelCard card, InputRecipe recipe, List<InferenceSession> networks, EngineDescription engine,
            SegmentationContext context) {
        this.card = card;
        this.recipe = recipe;
        this.averaging = context.averaging();
        this.networks = new Ensemble(networks);
        this.engine = engine;
        this.stacks = context.stacks();
        this.workers = new LimitedExecutor(context.threads(), engine.parallelImages());
    }

    /**
     * Loads a model.
     *
     * @param card its card
     * @param weights the content of {@code weights.zip}, to which the card's digest belongs; stays open
     * @param engine runs the networks; must live longer than the model
     * @throws IOException if the weights are not those of the card, or not readable
     * @throws IllegalArgumentException if the card's recipe cannot be used, or weights and card differ in classes or channels
     * @throws IllegalStateException if the engine cannot run the networks
     */
    public static UNetSegmentationModel load(ModelCard card, InputStream weights, InferenceEngine engine,
            SegmentationContext context) throws IOException {
        List<UNetParameters> networks = NetworkFile.readAll(WeightsFile.networks(checked(card, weights)));
        int parallelImages = engine.description().parallelImages();
        List<InferenceSession> sessions = new ArrayList<>();
        try {
            for (UNetParameters network : networks) {
                sessions.add(engine.open(network, parallelImages));
            }
            return of(card, sessions, engine, context);
        } catch (RuntimeException | Error e) {
            sessions.forEach(InferenceSession::close);
            throw e;
        }
    }

    /**
     * Loads a model whose network is an ONNX file.
     *
     * @param card its card
     * @param network the content of {@code model.onnx}, to which the card's digest belongs; stays open
     * @param engine runs the network; must live longer than the model
     * @throws IOException if the file is not that of the card, or no segmentation network
     * @throws IllegalArgumentException if the card's recipe cannot be used, or network and card differ in classes or channels
     * @throws IllegalStateException if the engine cannot run the network
     */
    public static UNetSegmentationModel loadOnnx(ModelCard card, InputStream network, OnnxInferenceEngine engine,
            SegmentationContext context) throws IOException {
        InferenceSession session = engine.open(checked(card, network), engine.description().parallelImages());
        try {
            return of(card, List.of(session), engine, context);
        } catch (RuntimeException | Error e) {
            session.close();
            throw e;
        }
    }

    private static byte[] checked(ModelCard card, InputStream network) throws IOException {
        byte[] file = WeightsFile.read(network);
        String digest = Sha256.of(file);
        if (!digest.equals(card.weightsSha256())) {
            throw new IOException("the weights of model " + card.id() + " " + card.version() + " have the SHA-256 " + digest
                    + ", but its card promises " + card.weightsSha256());
        }
        return file;
    }

    private static UNetSegmentationModel of(ModelCard card, List<InferenceSession> networks, InferenceEngine engine,
            SegmentationContext context) {
        InputRecipe recipe = InputRecipe.fromMap(card.inputRecipe());
        for (InferenceSession network : networks) {
            if (network.classes() != card.classes().size() || network.inputChannels() > recipe.channels().count()) {
                throw new IllegalArgumentException("model " + card.id() + ": the card names " + card.classes().size() + " classes and "
                        + recipe.channels().count() + " channels, the weights have " + network.classes() + " and "
                        + network.inputChannels());
            }
        }
        return new UNetSegmentationModel(card, recipe, networks, engine.description(), context);
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public String engine() {
        return engine.name();
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
        PlaneTasks tasks = (count, task) -> SliceTasks.run(workers, count, task);
        PreparedStack prepared = stacks.of(recipe, stack, tasks);
        progress.at(step, 0);
        StackMaps maps = new StackMaps(stack, recipe, card.classes().size());
        InterSliceSmoothing smoothing = new InterSliceSmoothing(recipe.neighbourWeight());
        SliceInference slices = new SliceInference(prepared, recipe.channels(), card.classes().size(), averaging,
                SliceInference.LONGEST_ROWS, SliceInference.LONGEST_COLUMNS);
        StackInference inference = new StackInference(networks, slices, maps, workers, engine.imagesPerRun(),
                done -> progress.at(step, done), cancellation);
        if (card.role().equals(ModelRole.ANATOMY) && region.equals(StackRegion.whole(stack))) {
            inference.runOnSpine();
        } else {
            inference.run(Windows.around(maps.needed(smoothing.inputOf(region)), MARGIN, prepared.rows(), prepared.columns()));
        }
        return new ClassProbabilities(card.classes(), smoothing.of(maps.quantised(), tasks));
    }

    /** Frees what the networks hold. Nobody may be inside {@link #segment}. */
    @Override
    public void close() {
        networks.close();
    }
}

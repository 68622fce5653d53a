package spine.unet.training.internal.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.service.ModelTrainer;
import spine.api.training.TrainingCases;
import spine.api.training.StartUse;
import spine.api.training.TrainingPlan;
import spine.unet.AttentionUNet;
import spine.unet.DiceCrossEntropy;
import spine.unet.GraphParameters;
import spine.unet.WarmUpCosine;
import spine.unet.engine.InferenceEngine;
import spine.unet.network.UNetConfiguration;
import spine.unet.training.internal.sampling.BatchSource;
import spine.unet.training.internal.sampling.CropExtractor;
import spine.unet.training.internal.sampling.CropSampler;

/** Trains attention U-Nets: prepares and splits the patients, then starts or resumes the training loop. */
@Component
public final class UNetTrainer implements ModelTrainer {
    private final TrainingSettings given;

    private final InferenceEngine engine;

    /** @param engine validates what is trained; that of ND4J, so that ND4J is ready for the training too */
    @Activate
    public UNetTrainer(@Reference(target = "(engine.id=nd4j)") InferenceEngine engine) {
        this(engine, null);
    }

    /** @param settings for every role, null for those of the shipped models */
    UNetTrainer(InferenceEngine engine, TrainingSettings settings) {
        this.engine = engine;
        this.given = settings;
    }

    @Override
    public Path train(TrainingPlan plan, TrainingCases cases, Progress progress, Cancellation cancellation)
            throws UnusableInputException, IOException {
        if (plan.steps() < 1 || cases.size() < 1) {
            throw new IllegalArgumentException("training needs steps and patients, not " + plan.steps() + " and " + cases.size());
        }
        Files.createDirectories(plan.work());
        // Read before the patients are prepared, which takes long: a wrong file should be named at once.
        StartingWeights start = plan.start().isPresent() ? StartingWeights.read(plan.start().get()) : null;
        boolean taught = plan.use() == StartUse.TEACHER;
        TrainingSettings settings = given != null ? given : TrainingSettings.forRole(plan.role());
        if (taught) {
            settings = settings.withRecipe(start.recipe());
        }
        // Checkpoints store this text; its words are those of all versions, so that a training begun before an update can be resumed.
        String fingerprint = plan.role() + " " + plan.steps() + " steps, seed " + plan.seed() + ", " + cases.size()
                + " patients: " + cases.description() + ", " + settings.fingerprint()
                + (start == null ? "" : start.fingerprint(plan.use()));
        Checkpoint checkpoint = new Checkpoint(plan.work());
        Checkpoint.State state = resumable(checkpoint, fingerprint, plan);
        checkpoint.begin(state);
        PatientSplit patients = PatientSplit.of(plan, cases, settings, progress, cancellation);

        WarmUpCosine rate = new WarmUpCosine(settings.peakRate(), Math.min(300, Math.max(1, plan.steps() / 20)), plan.steps());
        ComputationGraph net = fresh(plan, settings, rate);
        if (state.step() > 0) {
            checkpoint.restore(state, net);
        } else if (start != null) {
            AttentionUNet.transferWeights(net, start.newest());
        }
        int classes = settings.classes().size();
        CropExtractor extractor = new CropExtractor(settings.crops().rows(), settings.crops().columns(), classes,
                settings.recipe().channels(), settings.recipe().limit());
        Validation validation = new Validation(new CropSampler(patients.validation(), classes, settings.crops()), extractor, settings,
                engine, plan.seed());
        if (state.step() > 0) {
            progress.note(String.format(Locale.ROOT, "resumed at step %d of %d; best Dice so far %.3f", state.step(), plan.steps(),
                    state.bestDice()));
        } else if (start != null) {
            progress.note("start, before the first step: " + validation.measure(GraphParameters.of(net)).words(settings.classes()));
        }
        TrainingRun run = new TrainingRun(plan.steps(), fingerprint, settings, validation, rate, checkpoint,
                new TrainingLog(plan.work().resolve("log.csv"), settings.classes(), state.step()),
                new ModelFolder(plan.work().resolve("model"), plan.role(), settings,
                        cases.description() + (start == null ? "" : start.provenance(plan.use())),
                        plan.use() == StartUse.ENSEMBLE ? start.networks() : List.of()),
                taught);
        CropSampler crops = new CropSampler(patients.training(), classes, settings.crops());
        int channels = settings.recipe().channels().count();
        try (Teacher teacher = taught ? new Teacher(engine, start.teachers(), settings.crops(), channels) : null;
                BatchSource batches = new BatchSource(crops, extractor, settings.crops(), taught ? teacher : batch -> { }, plan.seed(),
                        state.step(), plan.steps())) {
            return run.run(net, state, batches, progress, cancellation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private ComputationGraph fresh(TrainingPlan plan, TrainingSettings settings, WarmUpCosine rate) {
        int classes = settings.classes().size();
        DiceCrossEntropy loss = plan.use() == StartUse.TEACHER ? DiceCrossEntropy.ofProbabilities(classes)
                : new DiceCrossEntropy(settings.classWeights());
        UNetConfiguration size = new UNetConfiguration(settings.recipe().channels().count(), settings.baseFilters(), classes);
        return AttentionUNet.create(size, loss, rate, plan.seed());
    }

    private static Checkpoint.State resumable(Checkpoint checkpoint, String fingerprint, TrainingPlan plan) throws IOException {
        Checkpoint.State state = checkpoint.state();
        if (state == null) {
            return new Checkpoint.State(fingerprint, 0, -1, 0);
        }
        if (!state.plan().equals(fingerprint)) {
            throw new IllegalArgumentException("folder " + plan.work() + " holds a training of another plan (" + state.plan()
                    + "); choose another folder or remove it");
        }
        return state;
    }
}

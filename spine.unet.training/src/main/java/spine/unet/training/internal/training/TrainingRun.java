package spine.unet.training.internal.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.deeplearning4j.nn.graph.ComputationGraph;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.unet.GraphParameters;
import spine.unet.WarmUpCosine;
import spine.unet.training.internal.backprop.TrainingStep;
import spine.unet.training.internal.sampling.BatchSource;
import spine.unet.training.internal.sampling.CropSettings;

/** The loop: step after step, and every so many steps a validation, a line in the log and a checkpoint. */
final class TrainingRun {
    private final int steps;
    private final String fingerprint;
    private final TrainingSettings settings;
    private final Validation validation;
    private final WarmUpCosine rate;
    private final Checkpoint checkpoint;
    private final TrainingLog log;
    private final ModelFolder model;
    private final boolean keepsLast;

    /**
     * @param keepsLast whether the model is the last network, and not that of the best Dice: Dice tells little of one that learns from
     *     another model, not from the truth
     */
    TrainingRun(int steps, String fingerprint, TrainingSettings settings, Validation validation,
            WarmUpCosine rate, Checkpoint checkpoint, TrainingLog log, ModelFolder model, boolean keepsLast) {
        this.steps = steps;
        this.fingerprint = fingerprint;
        this.settings = settings;
        this.validation = validation;
        this.rate = rate;
        this.checkpoint = checkpoint;
        this.log = log;
        this.model = model;
        this.keepsLast = keepsLast;
    }

    /** @param from where training stands; its step is the first to be done */
    Path run(ComputationGraph net, Checkpoint.State from, BatchSource batches, Progress progress, Cancellation cancellation)
            throws IOException, InterruptedException {
        CropSettings crops = settings.crops();
        try (TrainingStep training = TrainingStep.of(net, crops.batch(), crops.rows(), crops.columns(),
                Runtime.getRuntime().availableProcessors())) {
            return run(net, training, from, batches, progress, cancellation);
        }
    }

    private Path run(ComputationGraph net, TrainingStep training, Checkpoint.State from, BatchSource batches, Progress progress,
            Cancellation cancellation) throws IOException, InterruptedException {
        Checkpoint.State state = from;
        long begin = System.nanoTime();
        double lossSum = 0;
        int lossCount = 0;
        for (int step = from.step(); step < steps;) {
            cancellation.check();
            BatchSource.Batch batch = batches.next();
            double loss = training.fit(batch.input(), batch.truth());
            if (!Double.isFinite(loss)) {
                throw new IllegalStateException("the loss of step " + step + " is " + loss + ": training has diverged");
            }
            lossSum += loss;
            lossCount++;
            step++;
            progress.at(String.format(Locale.ROOT, "training step %d of %d, loss %.4f, best Dice %.3f", step, steps, lossSum / lossCount,
                    Math.max(0, state.bestDice())), step / (double) steps);
            if (step % settings.validationEvery() == 0 || step == steps) {
                Validation.Outcome outcome = validation.measure(GraphParameters.of(net));
                if (keepsLast || outcome.mean() > state.bestDice()) {
                    model.write(net, step, outcome);
                }
                double seconds = from.seconds() + (System.nanoTime() - begin) / 1e9;
                state = new Checkpoint.State(fingerprint, step, Math.max(state.bestDice(), outcome.mean()), seconds);
                progress.note(String.format(Locale.ROOT, "step %d of %d: loss %.4f, ", step, steps, lossSum / lossCount)
                        + outcome.words(settings.classes()) + String.format(Locale.ROOT, "; best so far %.3f", state.bestDice()));
                log.add(step, seconds, rate.valueAt(step - 1, 0), lossSum / lossCount, outcome);
                lossSum = 0;
                lossCount = 0;
                checkpoint.save(state, net);
            }
        }
        return model.path();
    }
}

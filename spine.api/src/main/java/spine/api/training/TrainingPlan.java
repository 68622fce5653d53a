package spine.api.training;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What to train.
 *
 * @param role {@link spine.api.model.ModelRole#ANATOMY} or {@link spine.api.model.ModelRole#OEDEMA}
 * @param steps optimiser steps in all, above 0
 * @param seed decides weights, split, crops and augmentation
 * @param start weights of another model, {@code weights.zip}, that training starts from (from its newest network if it has several): what
 *     has the same shape is taken over, so that a model of rare lesions need not learn anatomy first; empty: random weights
 * @param use what else the networks of {@code start} are for; {@link StartUse#WEIGHTS} without {@code start}
 * @param work folder for checkpoints, log and curves; training resumes from it if it holds a checkpoint of the same plan
 */
public record TrainingPlan(String role, int steps, long seed, Optional<Path> start, StartUse use, Path work) {

    public TrainingPlan {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(work, "work");
        if (use != StartUse.WEIGHTS && start.isEmpty()) {
            throw new IllegalArgumentException("an ensemble or a teacher needs the networks it starts from");
        }
    }
}

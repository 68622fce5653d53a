package spine.api.training;

import java.nio.file.Path;

/**
 * What to train.
 *
 * @param role {@link spine.api.model.ModelRole#ANATOMY} or {@link spine.api.model.ModelRole#OEDEMA}
 * @param steps optimiser steps in all, above 0
 * @param seed decides weights, split, crops and augmentation
 * @param work folder for checkpoints, log and curves; training resumes from it if it holds a checkpoint of the same plan
 */
public record TrainingPlan(String role, int steps, long seed, Path work) {
}

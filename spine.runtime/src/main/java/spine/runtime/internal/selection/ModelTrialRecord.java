package spine.runtime.internal.selection;

import java.util.Objects;

import spine.runtime.ModelName;

/**
 * The outcome of a comparison on reference studies, as it is kept.
 *
 * @param model that was compared
 * @param serving that it was compared with
 * @param figures what was measured of both, in words
 * @param cases on what, in words
 * @param accepted whether it was no worse
 */
public record ModelTrialRecord(ModelName model, ModelName serving, String figures, String cases, boolean accepted) {

    public ModelTrialRecord {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(serving, "serving");
        Objects.requireNonNull(figures, "figures");
        Objects.requireNonNull(cases, "cases");
    }
}

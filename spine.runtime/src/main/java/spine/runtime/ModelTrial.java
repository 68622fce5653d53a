package spine.runtime;

import java.util.List;

/**
 * How a candidate and the model that serves answered the same studies.
 *
 * @param candidate that was tried
 * @param serving that it was compared with
 * @param cases on what, in words
 * @param figures what was measured, the same of both
 * @param accepted whether the candidate was no worse, so that it may serve
 */
public record ModelTrial(ModelName candidate, ModelName serving, String cases, List<Figure> figures, boolean accepted) {

    public ModelTrial {
        figures = List.copyOf(figures);
    }

    /**
     * One figure of both models.
     *
     * @param name such as "Dice vertebra"
     * @param candidate NaN if there is none
     * @param serving NaN if there is none
     * @param worse whether the candidate is clearly worse by this figure
     */
    public record Figure(String name, double candidate, double serving, boolean worse) {
    }
}

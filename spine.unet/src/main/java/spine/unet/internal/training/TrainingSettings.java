package spine.unet.internal.training;

import java.util.Arrays;
import java.util.List;
import spine.api.model.ModelRole;
import spine.unet.internal.preprocessing.InputRecipe;
import spine.unet.internal.preprocessing.SliceChannels;

/**
 * What the plan of a training leaves open.
 *
 * @param recipe of the input
 * @param classes classes of the role, background first
 * @param classWeights weight of a pixel's cross-entropy, by its class
 * @param focusedShare share of crops centred on a pixel of a foreground class; each class gets as many as any other
 * @param anyContrast whether the truth stays true whatever the contrast of the image
 * @param endShare share of crops in which the image ends above or below
 * @param baseFilters size of the network
 * @param batch crops per step
 * @param cropRows rows of a crop, at the recipe's spacing
 * @param cropColumns columns of a crop
 * @param peakRate highest learning rate of Adam
 * @param validationEvery steps between two validations
 * @param validationCrops crops of a validation, the same every time
 * @param validationShare share of the patients kept for validation, at least one
 */
public record TrainingSettings(InputRecipe recipe, List<String> classes, double[] classWeights, double focusedShare, boolean anyContrast, double endShare, int baseFilters,
        int batch, int cropRows, int cropColumns, double peakRate, int validationEvery, int validationCrops, double validationShare) {

    /** @throws IllegalArgumentException if no model has that role */
    static TrainingSettings forRole(String role) {
        return switch (role) {
            case ModelRole.ANATOMY -> shipped(InputRecipe.DEFAULT, ModelRole.ANATOMY_CLASSES, new double[] {1, 1, 1.5, 2, 2, 1, 1}, 0.7, true, 0, 8, 192, 128);
            case ModelRole.OEDEMA -> shipped(InputRecipe.of(SliceChannels.NEIGHBOURS_AND_WIDE, 0.3), ModelRole.OEDEMA_CLASSES, new double[] {1, 12}, 0.6, false, 0.2, 8, 160, 96);
            default -> throw new IllegalArgumentException("no model has the role '" + role + "'; there are "
                    + ModelRole.ANATOMY + " and " + ModelRole.OEDEMA);
        };
    }

    private static TrainingSettings shipped(InputRecipe recipe, List<String> classes, double[] weights, double focusedShare,
            boolean anyContrast, double endShare, int batch, int cropRows, int cropColumns) {
        return new TrainingSettings(recipe, classes, weights, focusedShare, anyContrast, endShare, 8, batch, cropRows, cropColumns, 2e-3, 200,
                128, 0.1);
    }

    /** Everything on which a checkpoint depends, in one line. */
    String fingerprint() {
        return recipe.toMap() + " " + classes + " " + Arrays.toString(classWeights) + " " + focusedShare + " " + anyContrast + " " + endShare + " " + baseFilters
                + " " + batch + " " + cropRows + "x" + cropColumns + " " + peakRate + " " + validationEvery + " " + validationCrops + " " + validationShare;
    }
}

package spine.unet.training.internal.training;

import java.util.Arrays;
import java.util.List;
import spine.api.model.ModelRole;
import spine.unet.preprocessing.InputRecipe;
import spine.unet.preprocessing.SliceChannels;
import spine.unet.training.internal.sampling.CropSettings;

/**
 * What the plan of a training leaves open.
 *
 * @param recipe of the input
 * @param classes classes of the role, background first
 * @param classWeights weight of a pixel's cross-entropy, by its class
 * @param crops how crops are drawn
 * @param baseFilters size of the network
 * @param peakRate highest learning rate of Adam
 * @param validationEvery steps between two validations
 * @param validationCrops crops of a validation, the same every time
 * @param validationShare share of the patients kept for validation, at least one
 */
record TrainingSettings(InputRecipe recipe, List<String> classes, double[] classWeights, CropSettings crops, int baseFilters,
        double peakRate, int validationEvery, int validationCrops, double validationShare) {

    /** @throws IllegalArgumentException if no model has that role */
    static TrainingSettings forRole(String role) {
        return switch (role) {
            case ModelRole.ANATOMY -> shipped(InputRecipe.DEFAULT, ModelRole.ANATOMY_CLASSES, new double[] {1, 1, 1.5, 2, 2, 1, 1},
                    new CropSettings(8, 192, 128, 0.7, true, 0));
            case ModelRole.OEDEMA -> shipped(InputRecipe.of(SliceChannels.NEIGHBOURS_AND_WIDE, 0.3), ModelRole.OEDEMA_CLASSES,
                    new double[] {1, 6}, new CropSettings(8, 160, 96, 0.6, false, 0.2));
            default -> throw new IllegalArgumentException("no model has the role '" + role + "'; there are "
                    + ModelRole.ANATOMY + " and " + ModelRole.OEDEMA);
        };
    }

    private static TrainingSettings shipped(InputRecipe recipe, List<String> classes, double[] weights, CropSettings crops) {
        return new TrainingSettings(recipe, classes, weights, crops, 8, 2e-3, 200, 128, 0.1);
    }

    /** The same for another input. */
    TrainingSettings withRecipe(InputRecipe other) {
        return new TrainingSettings(other, classes, classWeights, crops, baseFilters, peakRate, validationEvery, validationCrops,
                validationShare);
    }

    /** All settings on which a checkpoint depends, in one line; stored in checkpoints. */
    String fingerprint() {
        return recipe.toMap() + " " + classes + " " + Arrays.toString(classWeights) + " " + crops.focusedShare() + " " + crops.anyContrast()
                + " " + crops.endShare() + " " + baseFilters + " " + crops.batch() + " " + crops.rows() + "x" + crops.columns()
                + " " + peakRate + " " + validationEvery + " " + validationCrops + " " + validationShare;
    }
}

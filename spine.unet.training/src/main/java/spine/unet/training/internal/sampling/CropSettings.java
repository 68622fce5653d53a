package spine.unet.training.internal.sampling;

/**
 * How training crops are drawn from the patients.
 *
 * @param batch crops per step
 * @param rows rows of a crop, at the recipe's spacing
 * @param columns columns of a crop
 * @param focusedShare share of crops centred on a pixel of a foreground class; each class gets as many as any other
 * @param anyContrast whether the truth stays true whatever the contrast of the image
 * @param endShare share of crops in which the image ends above or below
 */
public record CropSettings(int batch, int rows, int columns, double focusedShare, boolean anyContrast, double endShare) {
}

package spine.phantom.internal.shift.prior;

/**
 * Quality and coverage of the images.
 *
 * @param noise standard deviation of the thermal noise, still fluid being 1; its logarithm is equally distributed
 * @param fatT1 T1 of fat over the one that the sequence nulls
 * @param inversionLoss share of the inversion that is lost in the middle of a disturbed region
 * @param lumbar chance of images of the lumbar spine alone
 * @param thoracolumbar chance of images from the middle of the thoracic spine down
 * @param cutAbove chance that whole-spine images begin below C2
 * @param cutBelow chance that the sacrum lies outside
 * @param lowest level at which the images then end, C2 being 0
 */
public record ScanPriors(Range noise, Range fatT1, Range inversionLoss, double lumbar, double thoracolumbar, double cutAbove,
        double cutBelow, Range lowest) {
}

package spine.phantom.internal.shift.prior;

import java.util.List;

/**
 * Inflammation of the bodies.
 *
 * @param none share of patients without
 * @param faintest least severity
 * @param gain severity above it of the most severe lesions; 1 is the greatest severity there is
 * @param kinds relative frequency of corner lesions, pairs of them, lesions under one endplate, under both endplates of a disc, and of most
 *     of a body; then, if given, of hemispherical lesions and of thin ones under endplate or wall
 * @param behindBone chance that dark bone separates a lesion from its endplate
 * @param bone thickness of that bone, mm
 * @param eroded chance that the endplate at a lesion is eroded
 */
public record LesionPriors(double none, double faintest, double gain, List<Double> kinds, double behindBone, Range bone, double eroded) {

    public LesionPriors {
        kinds = List.copyOf(kinds);
    }

    public double[] weights() {
        return kinds.stream().mapToDouble(Double::doubleValue).toArray();
    }
}

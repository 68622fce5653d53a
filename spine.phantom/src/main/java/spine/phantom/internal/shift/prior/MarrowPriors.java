package spine.phantom.internal.shift.prior;

/**
 * Appearance of normal marrow.
 *
 * @param fat deviation of the mean fat fraction from that of the age
 * @param scatter deviation of single vertebrae from the mean fat fraction
 * @param mottling amplitude of the trabecular texture of the fat fraction
 * @param islands chance of islands of red marrow, per patient
 * @param island fat fraction that they lack
 * @param veins brightness of the basivertebral veins, 0 to 1
 * @param endplate thickness of the dark endplates, mm
 */
public record MarrowPriors(Range fat, Range scatter, Range mottling, double islands, Range island, Range veins, Range endplate) {
}

package spine.phantom.internal.shift.prior;

/**
 * Variation of the bony spine and its discs. Chances are per patient.
 *
 * @param variant chance of one vertebra more or fewer than usual (T13, L6, no T12, no L5)
 * @param block chance of two vertebrae that are fused
 * @param transitional chance of a transitional lumbosacral vertebra: a rudimentary disc L5/S1, or a well-formed disc S1/2
 * @param dehydrated chance that most discs are dark and narrow
 * @param hydrated chance that all discs are bright
 */
public record SpinePriors(double variant, double block, double transitional, double dehydrated, double hydrated) {
}

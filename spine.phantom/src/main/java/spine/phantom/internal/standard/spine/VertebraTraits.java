package spine.phantom.internal.standard.spine;

import spine.phantom.internal.core.random.SeededRandom;

/**
 * Properties that the vertebrae of one patient have in common.
 *
 * @param rounded radius of the rims, mm
 * @param hollow factor on the concavity of the endplates
 * @param waist factor on the narrowing at mid-height
 * @param frail probability of a compression fracture, per vertebra
 * @param ripple height of the irregularities of the endplates, mm
 * @param slender factor on depth and width against height
 */
record VertebraTraits(double rounded, double hollow, double waist, double frail, double ripple, double slender) {

    /** Draws the properties of a patient. */
    static VertebraTraits draw(SeededRandom random) {
        double hollow = random.chance(0.15) ? random.uniform(1.3, 2.6) : random.chance(0.2) ? random.uniform(0.1, 0.6) : 1;
        double frail = random.chance(0.08) ? random.uniform(0.06, 0.3) : 0.006;
        double ripple = random.chance(0.15) ? random.uniform(0.3, 1.2) : 0;
        return new VertebraTraits(random.uniform(0.6, 4), hollow, random.uniform(0.4, 1.8), frail, ripple, random.normal(1, 0.05));
    }
}

package spine.phantom.internal.standard.body;

import spine.phantom.internal.core.random.SeededRandom;

/**
 * How the bone of one patient shows.
 *
 * @param shell factor on the thickness of the dark cortex: chemical shift makes it thick or swallows it
 * @param veins how bright the basivertebral veins are, 0..1
 * @param veinReach how far they reach forward, share of half the body's depth
 * @param veinHeight factor on their height
 * @param synchondrosis height of the cartilage left between dens and body of C2, mm; 0 if the bones have grown together
 */
record BoneAppearance(double shell, double veins, double veinReach, double veinHeight, double synchondrosis) {

    static BoneAppearance draw(SeededRandom random) {
        return new BoneAppearance(random.uniform(0.3, 2.1), random.uniform(0, 0.85), random.uniform(0.4, 1.5), random.uniform(0.5, 1.7),
                random.chance(0.6) ? random.uniform(0.8, 3.5) : 0);
    }
}

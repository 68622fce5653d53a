package spine.phantom.internal.standard.body;

import spine.phantom.internal.core.random.SeededRandom;

/**
 * How the bone of one patient appears in the images.
 *
 * @param shell factor on the thickness of the dark cortex: chemical shift thickens or hides it
 * @param effaced whether inflamed cortex looks as the marrow below it does
 * @param veins brightness of the basivertebral veins, 0..1
 * @param veinReach how far they reach forward, as a share of half the depth of the body
 * @param veinHeight factor on their height
 * @param synchondrosis height of the cartilage left between dens and body of C2, mm; 0 if it is ossified
 */
record BoneAppearance(double shell, boolean effaced, double veins, double veinReach, double veinHeight, double synchondrosis) {

    static BoneAppearance draw(SeededRandom random) {
        return new BoneAppearance(random.uniform(0.15, 1.8), random.chance(0.25), random.uniform(0, 0.85), random.uniform(0.4, 1.5),
                random.uniform(0.5, 1.7), random.chance(0.6) ? random.uniform(0.8, 3.5) : 0);
    }
}

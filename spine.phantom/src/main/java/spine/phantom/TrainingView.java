package spine.phantom;

import spine.phantom.internal.core.random.SeededRandom;

/** What the images of a patient show to a training; decided by the seed of the patient. */
enum TrainingView {
    /** The sagittal spine in the contrast that the models are meant for. */
    STIR,
    /** The same in another contrast: anatomy does not depend on it, and fat may be left unsuppressed. */
    T1, T2, WATER,
    /** No sagittal spine at all. */
    ELSEWHERE;

    private static final double NO_SPINE = 0.06;
    private static final double[] ANATOMY = {0.62, 0.12, 0.14, 0.12};
    private static final double UNSUPPRESSED = 0.08;

    static TrainingView ofAnatomy(long seed) {
        SeededRandom draw = draw(seed);
        return draw.chance(NO_SPINE) ? ELSEWHERE : values()[draw.weighted(ANATOMY)];
    }

    static TrainingView ofOedema(long seed) {
        return draw(seed).chance(UNSUPPRESSED) ? T2 : STIR;
    }

    private static SeededRandom draw(long seed) {
        return new SeededRandom(seed).child("contrast");
    }
}

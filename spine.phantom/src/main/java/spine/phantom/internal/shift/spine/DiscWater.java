package spine.phantom.internal.shift.spine;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.prior.SpinePriors;

/** What all discs of a patient have in common: in some patients nearly all are dark, in others all are bright. */
enum DiscWater {
    MIXED, DEHYDRATED, HYDRATED;

    static DiscWater draw(SpinePriors priors, SeededRandom random) {
        return values()[random.weighted(1 - priors.dehydrated() - priors.hydrated(), priors.dehydrated(), priors.hydrated())];
    }

    /** Water of the nucleus, 1 fresh to 0 dry, of a disc that has so much by its level and the patient's age. */
    double of(double wet, SeededRandom random) {
        return switch (this) {
            case MIXED -> wet;
            case DEHYDRATED -> wet * random.uniform(0.05, 0.6);
            case HYDRATED -> Math.max(wet, random.uniform(0.8, 1));
        };
    }
}

package spine.phantom.internal.shift.lesion;

import java.util.ArrayList;
import java.util.List;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.prior.LesionPriors;
import spine.phantom.internal.shift.spine.Vertebra;

/**
 * What inflammation does to the bone at an endplate: dense bone that separates the two, and erosions. Immutable.
 */
final class BoneReaction {
    private final LesionPriors priors;

    BoneReaction(LesionPriors priors) {
        this.priors = priors;
    }

    /** A lesion with the changes of the bone. */
    record Site(LesionShape inflamed, List<Lesion> bone) {
    }

    /**
     * Draws the reaction to a lesion.
     *
     * @param shape of the lesion, measured from an endplate
     */
    Site to(LesionShape shape, Vertebra body, SeededRandom random) {
        List<Lesion> bone = new ArrayList<>();
        LesionShape inflamed = shape;
        if (random.chance(priors.behindBone())) {
            double thickness = Math.min(priors.bone().draw(random), 0.35 * body.height());
            inflamed = shape.deeper(thickness * random.uniform(0.5, 1));
            bone.add(new Lesion(body.index(), Lesion.Kind.SCLEROSIS, LesionType.SCLEROSIS, shape.layer(thickness), random.uniform(0.4, 0.9),
                    random.uniform(0.6, 1.6), 0));
        }
        if (random.chance(priors.eroded())) {
            bone.add(new Lesion(body.index(), Lesion.Kind.EROSION, LesionType.EROSION, shape.pits(random), 1, 0.3, 0));
        }
        return new Site(inflamed, bone);
    }
}

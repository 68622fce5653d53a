package spine.phantom.internal.shift.spine;

import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.Vertebra;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.prior.SpinePriors;

/**
 * The vertebrae of one patient from C2 (0) to the end of the sacrum, and to which of the usual spine each of them is alike: T13 to T12,
 * L6 to L5. Immutable.
 */
public final class VertebralSequence {
    private final NumericalVariant variant;
    private final int s1;

    VertebralSequence(NumericalVariant variant) {
        this.variant = variant;
        s1 = variant.vertebrae().size() - 1;
    }

    static VertebralSequence draw(SpinePriors priors, SeededRandom random) {
        NumericalVariant[] unusual = {NumericalVariant.T13, NumericalVariant.L6, NumericalVariant.NO_T12, NumericalVariant.NO_L5};
        return new VertebralSequence(random.chance(priors.variant()) ? unusual[random.between(0, unusual.length - 1)]
                : NumericalVariant.USUAL);
    }

    NumericalVariant variant() {
        return variant;
    }

    /** Index of S1. */
    public int s1() {
        return s1;
    }

    /** Number of vertebrae, the five of the sacrum included. */
    public int count() {
        return s1 + Levels.COUNT - Levels.S1;
    }

    /** Index in the usual spine, S1 being 23, of the vertebra that this one is alike. */
    public int usual(int index) {
        if (index >= s1) {
            return Levels.S1 + index - s1;
        }
        Vertebra vertebra = variant.vertebrae().get(index);
        Vertebra alike = vertebra == Vertebra.T13 ? Vertebra.T12 : vertebra == Vertebra.L6 ? Vertebra.L5 : vertebra;
        return alike.code() - 1;
    }

    /** The level of the usual spine that a level of this one is alike. */
    public double usual(double level) {
        if (variant == NumericalVariant.USUAL || level <= 0) {
            return level;
        }
        int above = (int) level;
        return usual(above) + (level - above) * (usual(above + 1) - usual(above));
    }
}

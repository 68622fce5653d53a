package spine.anatomy.internal.tracing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.Vertebra;

/**
 * The vertebrae that a numerical variant has, as levels from 0 (C2) to {@link #s1}, each with its reference sizes of
 * {@link Morphometry}. Immutable.
 */
public final class Levels {
    private static final Map<NumericalVariant, Levels> ALL = all();

    private final NumericalVariant variant;
    private final List<Vertebra> vertebrae;
    private final int[] references;

    private Levels(NumericalVariant variant) {
        this.variant = variant;
        this.vertebrae = variant.vertebrae();
        this.references = vertebrae.stream().mapToInt(Morphometry::reference).toArray();
    }

    private static Map<NumericalVariant, Levels> all() {
        Map<NumericalVariant, Levels> all = new EnumMap<>(NumericalVariant.class);
        for (NumericalVariant variant : NumericalVariant.values()) {
            all.put(variant, new Levels(variant));
        }
        return all;
    }

    public static Levels of(NumericalVariant variant) {
        return ALL.get(variant);
    }

    public NumericalVariant variant() {
        return variant;
    }

    /** How many there are: 24, or one more or fewer. */
    public int count() {
        return references.length;
    }

    /** The last level. */
    public int s1() {
        return references.length - 1;
    }

    public Vertebra at(int level) {
        return vertebrae.get(level);
    }

    /** Place of the level in the reference tables, 0 to 23. */
    public int reference(int level) {
        return references[level];
    }

    /** Distance of the middles of the discs above and below the level, mm. */
    public double pitch(int level) {
        return Morphometry.pitch(reference(level));
    }

    /** Height of the disc below the level, mm; not for S1. */
    public double disc(int level) {
        return Morphometry.disc(reference(level));
    }

    /** Anteroposterior depth at mid-height, mm. */
    public double depth(int level) {
        return Morphometry.depth(reference(level));
    }

    /** Forward inclination of the disc below the level, degrees: halfway between its neighbours. */
    public double slope(int level) {
        return (tilt(level) + tilt(level + 1)) / 2;
    }

    /** Forward inclination of the cranial axis, degrees. */
    public double tilt(int level) {
        return Morphometry.tilt(reference(level));
    }
}

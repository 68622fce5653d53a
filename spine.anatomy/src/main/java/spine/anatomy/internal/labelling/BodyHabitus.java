package spine.anatomy.internal.labelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import spine.anatomy.internal.tracing.Levels;
import spine.anatomy.internal.tracing.Morphometry;
import spine.api.anatomy.NumericalVariant;

/**
 * One way in which a patient may differ from the tables of {@link Morphometry}: people differ in size, and the regions of the
 * spine do not grow in step. Lengths are kept as logarithms of mm.
 */
final class BodyHabitus {
    /** Factors on all lengths. Origin: bench 1. */
    private static final double[] SIZES = {0.78, 0.83, 0.88, 0.93, 0.98, 1.03, 1.08, 1.14, 1.2, 1.27};
    /** Standard deviation of the logarithm of the size. Origin: bench 1. */
    private static final double SIZE_SD = 0.1;
    /** Further factors on the lengths of the cervical and of the lumbar spine. Origin: bench 1. */
    private static final double[] REGIONS = {0.92, 1, 1.08};
    /** Standard deviation of the logarithm of a region's factor. Origin: bench 1. */
    private static final double REGION_SD = 0.07;
    /** Further factors on the depth of all bodies. Origin: bench 1. */
    private static final double[] DEPTHS = {0.88, 1, 1.12};
    /** Standard deviation of the logarithm of the depth factor. Origin: bench 1. */
    private static final double DEPTH_SD = 0.1;
    /** Most levels that one observation may span. Origin: bench 2. */
    static final int LONGEST_SPAN = 6;

    private static final Map<NumericalVariant, List<BodyHabitus>> ALL = allOfAll();

    private final Levels levels;
    private final double size;
    private final double prior;
    private final double[][] logPitch = new double[LONGEST_SPAN][];
    private final double[] logDepth;
    private final double[] logDisc;
    private final double[] toSkull;

    private BodyHabitus(Levels levels, double size, double cervical, double lumbar, double deep) {
        this.levels = levels;
        this.size = size;
        logDepth = new double[levels.count()];
        logDisc = new double[levels.count()];
        toSkull = new double[levels.count()];
        Arrays.setAll(logPitch, span -> new double[levels.count()]);
        prior = prior(size, SIZE_SD) + prior(cervical, REGION_SD) + prior(lumbar, REGION_SD) + prior(deep, DEPTH_SD);
        for (int first = 0; first < levels.count(); first++) {
            double pitch = 0;
            for (int k = 0; k < LONGEST_SPAN && first + k < levels.count(); k++) {
                pitch += size * region(levels.reference(first + k), cervical, lumbar) * levels.pitch(first + k);
                logPitch[k][first] = Math.log(pitch);
            }
            toSkull[first] = first == 0 ? size * cervical * Morphometry.C2_TO_SKULL
                    : toSkull[first - 1] + Math.exp(logPitch[0][first]);
            logDepth[first] = Math.log(size * deep * levels.depth(first));
            if (first < levels.s1()) {
                logDisc[first] = Math.log(size * region(levels.reference(first), cervical, lumbar) * levels.disc(first));
            }
        }
    }

    /** All habitus that are tried for a spine with these vertebrae. */
    static List<BodyHabitus> of(NumericalVariant variant) {
        return ALL.get(variant);
    }

    private static Map<NumericalVariant, List<BodyHabitus>> allOfAll() {
        Map<NumericalVariant, List<BodyHabitus>> all = new EnumMap<>(NumericalVariant.class);
        for (NumericalVariant variant : NumericalVariant.values()) {
            all.put(variant, all(Levels.of(variant)));
        }
        return all;
    }

    private static List<BodyHabitus> all(Levels levels) {
        List<BodyHabitus> all = new ArrayList<>();
        for (double size : SIZES) {
            for (double cervical : REGIONS) {
                for (double lumbar : REGIONS) {
                    for (double deep : DEPTHS) {
                        all.add(new BodyHabitus(levels, size, cervical, lumbar, deep));
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    private static double prior(double factor, double sd) {
        double z = Math.log(factor) / sd;
        return -z * z / 2;
    }

    /** T1 and T12 are halfway between the thoracic spine and its neighbours. */
    private static double region(int level, double cervical, double lumbar) {
        return level <= Morphometry.C7 ? cervical : level == Morphometry.C7 + 1 ? Math.sqrt(cervical)
                : level == Morphometry.T12 ? Math.sqrt(lumbar) : level > Morphometry.T12 ? lumbar : 1;
    }

    /** The vertebrae that this spine has. */
    Levels levels() {
        return levels;
    }

    /** 1 for the tables. */
    double size() {
        return size;
    }

    /** Logarithm of how common such a habitus is, up to a constant. */
    double prior() {
        return prior;
    }

    /** Distance of the discs above {@code first} and below {@code last}, at most {@link #LONGEST_SPAN} levels. */
    double logPitch(int first, int last) {
        return logPitch[last - first][first];
    }

    /** Distance from the disc below the level to the foramen magnum, mm. */
    double toSkull(int level) {
        return toSkull[level];
    }

    /** Height of the disc below the level. */
    double logDisc(int level) {
        return logDisc[level];
    }

    /** Anteroposterior depth of the body. */
    double logDepth(int level) {
        return logDepth[level];
    }
}

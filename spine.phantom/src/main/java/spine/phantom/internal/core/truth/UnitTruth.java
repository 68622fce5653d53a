package spine.phantom.internal.core.truth;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import spine.api.score.Quadrant;
import spine.api.score.SliceFinding;
import spine.common.stats.Quantiles;

/**
 * The SPARCC finding of one discovertebral unit on one slice. In the truth a quadrant is positive from 6 mm2; depth is measured from the
 * unit's endplate through the whole body within one connected component and counts from 10 mm; a lesion is intense from 0.8 times the
 * signal of the fluid.
 */
final class UnitTruth {
    /** Lesion area that makes a quadrant positive, mm2. */
    static final double MIN_AREA = 6;
    private static final double ROUNDING = 1e-6;

    private final int unit;
    private final double fluid;
    private final double pixelArea;
    private final int columns;
    private final Thresholds thresholds;

    /**
     * @param unit C2/3 = 0
     * @param fluid signal of the fluid near the unit, see {@link spine.phantom.internal.core.scan.FluidReference}
     * @param pixelArea mm2
     * @param columns of the image
     */
    UnitTruth(int unit, double fluid, double pixelArea, int columns, Thresholds thresholds) {
        this.unit = unit;
        this.fluid = fluid;
        this.pixelArea = pixelArea;
        this.columns = columns;
        this.thresholds = thresholds;
    }

    /**
     * The finding on a slice; empty if no quadrant is positive.
     *
     * @param bodies the inflamed pixels of the slice, by body
     */
    Optional<SliceFinding> on(String sopInstanceUid, List<LesionPixels> bodies) {
        Map<Quadrant, Integer> counts = new EnumMap<>(Quadrant.class);
        for (LesionPixels body : bodies) {
            for (int i = 0; i < body.pixel().length; i++) {
                quadrant(body, i).ifPresent(quadrant -> counts.merge(quadrant, 1, Integer::sum));
            }
        }
        Set<Quadrant> positive = EnumSet.noneOf(Quadrant.class);
        counts.forEach((quadrant, count) -> {
            if (count * pixelArea >= thresholds.area() - ROUNDING) {
                positive.add(quadrant);
            }
        });
        if (positive.isEmpty()) {
            return Optional.empty();
        }
        double area = pixelArea * counts.values().stream().mapToInt(Integer::intValue).sum();
        double depth = bodies.stream().mapToDouble(body -> depth(body, positive)).max().orElse(0);
        double ratio = brightness(bodies, positive) / fluid;
        return Optional.of(new SliceFinding(sopInstanceUid, positive, depth >= thresholds.depth() - ROUNDING,
                ratio >= thresholds.intensity() - ROUNDING, depth, area, ratio));
    }

    /** The unit's quadrant a lesion pixel lies in; empty for the half of the body that belongs to the other unit. */
    private Optional<Quadrant> quadrant(LesionPixels body, int i) {
        if (body.vertebra() == unit && !body.upperHalf()[i]) {
            return Optional.of(body.front()[i] ? Quadrant.UPPER_ANTERIOR : Quadrant.UPPER_POSTERIOR);
        }
        if (body.vertebra() == unit + 1 && body.upperHalf()[i]) {
            return Optional.of(body.front()[i] ? Quadrant.LOWER_ANTERIOR : Quadrant.LOWER_POSTERIOR);
        }
        return Optional.empty();
    }

    private double depth(LesionPixels body, Set<Quadrant> positive) {
        if (body.vertebra() != unit && body.vertebra() != unit + 1) {
            return 0;
        }
        int[] pixel = body.pixel();
        int[] label = body.components(columns).labels();
        Set<Integer> counted = new HashSet<>();
        for (int i = 0; i < pixel.length; i++) {
            if (quadrant(body, i).filter(positive::contains).isPresent()) {
                counted.add(label[pixel[i]]);
            }
        }
        double[] distance = body.vertebra() == unit ? body.fromLower() : body.fromUpper();
        double deepest = 0;
        for (int i = 0; i < pixel.length; i++) {
            if (counted.contains(label[pixel[i]])) {
                deepest = Math.max(deepest, distance[i]);
            }
        }
        return deepest;
    }

    private double brightness(List<LesionPixels> bodies, Set<Quadrant> positive) {
        double[] signals = bodies.stream().flatMapToDouble(body -> java.util.stream.IntStream.range(0, body.pixel().length)
                .filter(i -> quadrant(body, i).filter(positive::contains).isPresent()).mapToDouble(i -> body.signal()[i])).toArray();
        Arrays.sort(signals);
        return Quantiles.linear(signals, 0.9);
    }
}

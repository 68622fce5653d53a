package spine.sparcc.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import spine.api.image.Slice;
import spine.api.image.Vec3;
import spine.api.score.HalfBody;
import spine.api.score.Quadrant;
import spine.api.score.SliceFinding;
import spine.common.stats.Quantiles;

/** Measures one unit on the slices of its stack. */
final class UnitMeasurement {
    /** Quantile of the lesion's signal that is its brightness: its maximum would be noise. Set in 194cbdb (2026-11-24). */
    private static final double LESION_QUANTILE = 0.9;
    /** Tolerance for the rounding of areas and depths that meet a limit exactly. */
    private static final double ROUNDING = 1e-6;

    private final SparccRules rules;
    private final List<HalfBody> halves;
    private final StackLesions lesions;
    private final CsfReference fluid;

    /** @param halves the unit's halves, at least one */
    UnitMeasurement(SparccRules rules, List<HalfBody> halves, StackLesions lesions, CsfReference fluid) {
        this.rules = rules;
        this.halves = halves;
        this.lesions = lesions;
        this.fluid = fluid;
    }

    /** What the slice shows of the unit; empty if no quadrant is positive. */
    Optional<SliceFinding> on(int index) {
        Slice slice = lesions.slice(index);
        List<LesionInUnit> lesionsInUnit = new ArrayList<>();
        for (HalfBody half : halves) {
            lesions.lesions(index, half.code()).forEach(lesion -> lesionsInUnit.add(LesionInUnit.of(lesion, half, slice)));
        }
        double pixelArea = slice.plane().pixelArea();
        Set<Quadrant> positive = EnumSet.noneOf(Quadrant.class);
        double area = 0;
        for (Quadrant quadrant : Quadrant.values()) {
            double areaOfQuadrant = pixelArea * lesionsInUnit.stream().mapToInt(lesion -> lesion.in(quadrant).size()).sum();
            area += areaOfQuadrant;
            if (areaOfQuadrant >= rules.minQuadrantAreaMm2() - ROUNDING) {
                positive.add(quadrant);
            }
        }
        if (positive.isEmpty()) {
            return Optional.empty();
        }
        double depth = lesionsInUnit.stream().filter(lesion -> lesion.touches(positive)).mapToDouble(LesionInUnit::reachMm).max()
                .orElse(0);
        double ratio = intensityRatio(index, positive, lesionsInUnit);
        return Optional.of(new SliceFinding(slice.sopInstanceUid(), positive, depth >= rules.deepMm() - ROUNDING,
                ratio >= rules.intensityTolerance() - ROUNDING, depth, area, ratio));
    }

    /** The (fractional) index of the slice through the middle of the unit. */
    double centre() {
        return lesions.indexOf(middle());
    }

    /** Brightness of the lesion in the positive quadrants over fluid at the unit's height; 0 without reference. */
    private double intensityRatio(int index, Set<Quadrant> positive, List<LesionInUnit> lesionsInUnit) {
        OptionalDouble reference = fluid.near(index, middle(), halves.get(0).body().cranial());
        if (reference.isEmpty()) {
            return 0;
        }
        int[] pixels = lesionsInUnit.stream().flatMap(lesion -> positive.stream().map(lesion::in)).flatMap(List::stream)
                .mapToInt(Integer::intValue).toArray();
        float[] signals = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            signals[i] = lesions.slice(index).pixels()[pixels[i]];
        }
        Arrays.sort(signals);
        return Quantiles.linear(signals, LESION_QUANTILE) / reference.getAsDouble();
    }

    private Vec3 middle() {
        Vec3 sum = new Vec3(0, 0, 0);
        for (HalfBody half : halves) {
            sum = sum.plus(half.endplate().centre());
        }
        return sum.times(1.0 / halves.size());
    }
}

package com.example.berlin;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import spine.api.image.Vec3;
import spine.api.score.HalfBody;
import spine.api.score.Quadrant;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.api.score.UnitView;

/** Oedema and marrow of one unit, both half bodies together; the disc has no marrow. */
final class UnitMarrow {
    /** Less oedema than this on a slice is an edge of the neighbouring unit's lesion, mm2. */
    private static final double MIN_AREA_MM2 = 6;
    private static final double ROUNDING = 1e-6;

    private final UnitView view;
    private final boolean canalSeen;
    private final List<Integer> slices;
    private final Map<Integer, SliceFinding> findings = new TreeMap<>();
    private double marrowMm2;
    private double oedemaMm2;

    UnitMarrow(UnitView view) {
        this.view = view;
        this.canalSeen = IntStream.range(0, view.slices()).anyMatch(view::showsCanal);
        this.slices = IntStream.range(0, view.slices()).filter(slice -> !canalSeen || view.showsCanal(slice)).boxed().toList();
        slices.forEach(this::measure);
    }

    /** Whether the canal is seen on any slice, so that central slices can be told from lateral ones. */
    boolean canalSeen() {
        return canalSeen;
    }

    UnitScore score() {
        if (findings.isEmpty()) {
            return UnitScore.zero(view.unit());
        }
        double share = oedemaMm2 / marrowMm2;
        List<String> images = slices.stream().map(slice -> view.slice(slice).sopInstanceUid()).toList();
        return new UnitScore(view.unit(), BerlinGrade.of(share), images, List.copyOf(findings.values()),
                Map.of("oedemaPercent", 100 * share));
    }

    private void measure(int slice) {
        Set<Quadrant> quadrants = EnumSet.noneOf(Quadrant.class);
        double area = 0;
        double depth = 0;
        for (HalfBody half : view.halves()) {
            marrowMm2 += view.area(slice, view.marrow(half, slice).length);
            int[] oedema = view.oedema(half, slice);
            area += view.area(slice, oedema.length);
            for (int pixel : oedema) {
                Vec3 point = view.point(slice, pixel);
                quadrants.add(half.quadrantOf(point));
                depth = Math.max(depth, half.endplate().depthOf(point));
            }
        }
        if (area >= MIN_AREA_MM2 - ROUNDING) {
            oedemaMm2 += area;
            findings.put(slice, new SliceFinding(view.slice(slice).sopInstanceUid(), quadrants, false, false, depth, area, Double.NaN));
        }
    }
}

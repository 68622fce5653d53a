package com.example.canden;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import spine.api.anatomy.Vertebra;
import spine.api.image.Vec3;
import spine.api.score.HalfBody;
import spine.api.score.Quadrant;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.api.score.UnitView;

/**
 * One unit read slice by slice. Whether a slice is central is decided for the whole unit by the canal beside its lower
 * vertebra; at cervical endplates, down to the lower one of C7, every slice is central.
 */
final class UnitReading {
    private final UnitView view;
    private final boolean sidesKnown;
    private final Map<String, Integer> points = new LinkedHashMap<>();
    private final Map<Integer, SliceFinding> findings = new TreeMap<>();
    private int corner;
    private int nonCorner;

    UnitReading(UnitView view) {
        this.view = view;
        boolean[] canal = new boolean[view.slices()];
        IntStream.range(0, canal.length).forEach(slice -> canal[slice] = view.showsCanal(slice));
        boolean cervical = view.halves().stream().allMatch(UnitReading::cervical);
        this.sidesKnown = cervical || IntStream.range(0, canal.length).anyMatch(slice -> canal[slice]);
        Map<Integer, Set<HalfBody>> positive = new TreeMap<>();
        for (HalfBody half : view.halves()) {
            SiteFinder finder = new SiteFinder(view, half);
            List<Lesion> lesions = new ArrayList<>();
            for (int slice = 0; slice < view.slices(); slice++) {
                List<Lesion> here = List.copyOf(finder.on(slice, canal[slice] || !sidesKnown || cervical(half)).values());
                lesions.addAll(here);
                if (!here.isEmpty()) {
                    positive.computeIfAbsent(slice, key -> new LinkedHashSet<>()).add(half);
                }
            }
            count(half, new EndplateScore(lesions));
        }
        positive.forEach((slice, halves) -> findings.put(slice, finding(slice, halves)));
    }

    /** Whether central slices could be told from lateral ones. */
    boolean sidesKnown() {
        return sidesKnown;
    }

    int corner() {
        return corner;
    }

    int nonCorner() {
        return nonCorner;
    }

    UnitScore score() {
        if (findings.isEmpty()) {
            return UnitScore.zero(view.unit());
        }
        Map<String, Double> measures = new LinkedHashMap<>();
        points.forEach((name, value) -> measures.put(name, (double) value));
        List<SliceFinding> slices = List.copyOf(findings.values());
        return new UnitScore(view.unit(), corner + nonCorner, slices.stream().map(SliceFinding::sopInstanceUid).toList(), slices,
                measures);
    }

    private static boolean cervical(HalfBody half) {
        return half.body().level().compareTo(Vertebra.C7) <= 0;
    }

    private void count(HalfBody half, EndplateScore endplate) {
        String vertebra = half.aboveDisc() ? "upper" : "lower";
        points.put(vertebra + "Corner", endplate.corner());
        points.put(vertebra + "NonCorner", endplate.nonCorner());
        corner += endplate.corner();
        nonCorner += endplate.nonCorner();
    }

    private SliceFinding finding(int slice, Set<HalfBody> halves) {
        Set<Quadrant> quadrants = EnumSet.noneOf(Quadrant.class);
        double depth = 0;
        int pixels = 0;
        for (HalfBody half : halves) {
            for (int pixel : view.oedema(half, slice)) {
                Vec3 point = view.point(slice, pixel);
                quadrants.add(half.quadrantOf(point));
                depth = Math.max(depth, half.endplate().depthOf(point));
                pixels++;
            }
        }
        return new SliceFinding(view.slice(slice).sopInstanceUid(), quadrants, false, false, depth, view.area(slice, pixels), Double.NaN);
    }
}

package spine.sparcc.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import spine.api.anatomy.Endplate;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.api.score.HalfBody;
import spine.api.score.Quadrant;

/**
 * A connected lesion of one vertebral body on one slice as one unit sees it. Its pixels are cut at the middle of the body, its
 * reach is not: that runs from the unit's endplate through the whole body, because half a cervical or upper thoracic body is never
 * 10 mm high.
 *
 * @param pixels the pixels in the unit's half by quadrant; a quadrant it does not touch is absent
 * @param reachMm distance of its furthest point, in either half, from the unit's endplate, mm
 */
record LesionInUnit(Map<Quadrant, List<Integer>> pixels, double reachMm) {

    /** @param lesion pixels of the lesion, {@code row * columns + column} */
    static LesionInUnit of(int[] lesion, HalfBody half, Slice slice) {
        Map<Quadrant, List<Integer>> pixels = new EnumMap<>(Quadrant.class);
        double deepest = 0;
        for (int pixel : lesion) {
            Vec3 point = slice.plane().toPatient(pixel % slice.columns(), pixel / slice.columns());
            deepest = Math.max(deepest, half.endplate().depthOf(point));
            if (half.contains(point)) {
                pixels.computeIfAbsent(half.quadrantOf(point), quadrant -> new ArrayList<>()).add(pixel);
            }
        }
        return new LesionInUnit(pixels, deepest + halfPixel(slice.plane(), half.endplate()));
    }

    /** From the centre of a pixel to its edge along the normal: a lesion of 10 mm measures 10 mm on any grid. */
    private static double halfPixel(SlicePlane plane, Endplate endplate) {
        return Math.hypot(plane.alongRow().dot(endplate.outward()) * plane.columnSpacing(),
                plane.alongColumn().dot(endplate.outward()) * plane.rowSpacing()) / 2;
    }

    List<Integer> in(Quadrant quadrant) {
        return pixels.getOrDefault(quadrant, List.of());
    }

    boolean touches(Set<Quadrant> quadrants) {
        return quadrants.stream().anyMatch(pixels::containsKey);
    }
}

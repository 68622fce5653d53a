package com.example.canden;

import java.util.EnumMap;
import java.util.Map;
import spine.api.image.Slice;
import spine.api.image.Vec3;
import spine.api.score.HalfBody;
import spine.api.score.UnitView;

/**
 * Says at which sites of an endplate the oedema of a half body sits. The published definitions are words for a reader; the
 * numbers are this implementation's:
 *
 * <ul>
 * <li>a patch of touching pixels counts if it comes within {@value #REACH_MM} mm of the endplate; what stays further away
 * belongs to the other end of the body;
 * <li>it is a corner lesion if it reaches into the front or the back quarter of the body, of both corners if into both, and
 * a non-corner lesion if into neither;
 * <li>a site needs {@value #MIN_AREA_MM2} mm2 on a slice;
 * <li>it is large from a quarter of the half body's marrow on the slice (the step that ASspiMRI and Berlin use).
 * </ul>
 */
final class SiteFinder {
    static final double REACH_MM = 3;
    static final double MIN_AREA_MM2 = 6;
    static final double LARGE_SHARE = 0.25;

    private static final double CORNER_SHARE = 0.25;
    private static final double ROUNDING = 1e-6;

    private final UnitView view;
    private final HalfBody half;

    SiteFinder(UnitView view, HalfBody half) {
        this.view = view;
        this.half = half;
    }

    /**
     * @param central whether the slice is central
     * @return the lesions by site; none is an empty map
     */
    Map<Site, Lesion> on(int index, boolean central) {
        Slice slice = view.slice(index);
        Map<Site, Integer> pixels = new EnumMap<>(Site.class);
        for (int[] patch : Patches.of(view.oedema(half, index), slice.columns())) {
            add(index, patch, pixels);
        }
        int marrow = view.marrow(half, index).length;
        boolean left = slice.plane().toPatient(slice.columns() / 2.0, slice.rows() / 2.0).x() > half.body().centre().x();
        Map<Site, Lesion> lesions = new EnumMap<>(Site.class);
        pixels.forEach((site, count) -> {
            if (view.area(index, count) >= MIN_AREA_MM2 - ROUNDING) {
                lesions.put(site, new Lesion(site, central, count >= LARGE_SHARE * marrow - ROUNDING, left));
            }
        });
        return lesions;
    }

    private void add(int index, int[] patch, Map<Site, Integer> pixels) {
        boolean reaches = false;
        boolean front = false;
        boolean back = false;
        for (int pixel : patch) {
            Vec3 point = view.point(index, pixel);
            double forward = point.minus(half.body().centre()).dot(half.body().anterior()) / half.body().depthMm();
            reaches |= half.endplate().depthOf(point) <= REACH_MM;
            front |= forward > 0.5 - CORNER_SHARE;
            back |= forward < CORNER_SHARE - 0.5;
        }
        if (!reaches) {
            return;
        }
        if (front) {
            pixels.merge(Site.ANTERIOR_CORNER, patch.length, Integer::sum);
        }
        if (back) {
            pixels.merge(Site.POSTERIOR_CORNER, patch.length, Integer::sum);
        }
        if (!front && !back) {
            pixels.merge(Site.NON_CORNER, patch.length, Integer::sum);
        }
    }
}

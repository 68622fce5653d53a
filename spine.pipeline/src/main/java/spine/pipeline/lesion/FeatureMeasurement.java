package spine.pipeline.lesion;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import spine.api.anatomy.Endplate;
import spine.api.anatomy.VertebralBody;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.api.model.FindingRule;

/** Measures the features of one candidate. */
final class FeatureMeasurement {
    /** A disc is less high, and what faces a lesion lies no deeper behind it, mm. */
    private static final double ACROSS_MM = 20;
    /** What lies deeper faces no disc, mm. */
    private static final double FACING_MM = 6;
    /** What is this clear of the border of its body is an island in full, mm. */
    private static final double ISLAND_MM = 3;
    /** Central is what lies within this share of the way from the middle to front or back. */
    private static final double MIDDLE = 0.4;

    private final List<SliceRegion> candidate;
    private final Outline outline;
    private final StackMarrow marrow;
    private final Optional<BodyPosition> position;
    private final double pixelArea;

    /** @param position of the outline; empty if its body was not measured */
    FeatureMeasurement(List<SliceRegion> candidate, Outline outline, StackMarrow marrow, Optional<BodyPosition> position) {
        this.position = position;
        this.candidate = candidate;
        this.outline = outline;
        this.marrow = marrow;
        this.pixelArea = marrow.stack().plane().pixelArea();
    }

    /** All but those that depend on the other findings of the study. */
    Map<FindingFeature, Double> features() {
        Map<FindingFeature, Double> values = new EnumMap<>(FindingFeature.class);
        SliceRegion largest = largest();
        values.put(FindingFeature.PEAK, FindingRule.logOdds(peak()));
        values.put(FindingFeature.MEAN, FindingRule.logOdds(mean()));
        values.put(FindingFeature.SLICES, Math.log(Math.max(1, outline.regions().stream()
                .filter(region -> region.area(marrow.slice(region.slice())) >= LesionReading.MINIMUM_AREA_MM2).count())));
        values.put(FindingFeature.FILL, pixels(outline.regions()) / (double) pixels(candidate));
        position(values, largest);
        return values;
    }

    private void position(Map<FindingFeature, Double> values, SliceRegion largest) {
        if (position.isEmpty()) {
            List.of(FindingFeature.ENDPLATE, FindingFeature.ISLAND, FindingFeature.MIRROR, FindingFeature.ECCENTRICITY)
                    .forEach(feature -> values.put(feature, 0.0));
            return;
        }
        BodyPosition at = position.get();
        VertebralBody body = at.body();
        values.put(FindingFeature.ENDPLATE, Math.min(10, at.endplateMm()));
        values.put(FindingFeature.ISLAND, Math.exp(-Math.pow(at.front() / MIDDLE, 2)) * clearance() / ISLAND_MM);
        values.put(FindingFeature.MIRROR, mirrored(largest, body));
        values.put(FindingFeature.ECCENTRICITY, Math.min(1.5, Math.hypot(at.front(), at.up())));
    }

    /** The probability that the most probable pixels of a slice reach together over the minimum area; of the slice where it is highest. */
    private double peak() {
        int wanted = (int) Math.ceil(LesionReading.MINIMUM_AREA_MM2 / pixelArea - 1e-9);
        int peak = 0;
        for (SliceRegion region : candidate) {
            if (region.pixels().length >= wanted) {
                byte[] map = marrow.probabilities(region.slice());
                int[] sorted = Arrays.stream(region.pixels()).map(pixel -> map[pixel] & 0xff).sorted().toArray();
                peak = Math.max(peak, sorted[sorted.length - wanted]);
            }
        }
        return peak / 255.0;
    }

    private double mean() {
        double sum = 0;
        for (SliceRegion region : outline.regions()) {
            for (int pixel : region.pixels()) {
                sum += marrow.probability(region.slice(), pixel);
            }
        }
        return sum / pixels(outline.regions());
    }

    private SliceRegion largest() {
        SliceRegion largest = outline.regions().get(0);
        for (SliceRegion region : outline.regions()) {
            if (region.pixels().length > largest.pixels().length) {
                largest = region;
            }
        }
        return largest;
    }

    /** Least distance of any of its pixels from one that is not of the same body, at most 3 mm. */
    private double clearance() {
        double nearest = ISLAND_MM;
        for (SliceRegion region : outline.regions()) {
            byte own = marrow.structure(region.slice(), region.pixels()[0]);
            for (int pixel : region.pixels()) {
                nearest = toBorder(region.slice(), pixel, own, nearest);
            }
        }
        return nearest;
    }

    /** Of the pixel, if it is less than so far. */
    private double toBorder(int slice, int pixel, byte own, double most) {
        SlicePlane plane = marrow.slice(slice).plane();
        int columns = marrow.stack().columns();
        int down = (int) (most / plane.rowSpacing());
        int along = (int) (most / plane.columnSpacing());
        int row = pixel / columns;
        int column = pixel % columns;
        double nearest = most;
        for (int r = Math.max(0, row - down); r <= Math.min(marrow.stack().rows() - 1, row + down); r++) {
            for (int c = Math.max(0, column - along); c <= Math.min(columns - 1, column + along); c++) {
                if (marrow.structure(slice, r * columns + c) != own) {
                    nearest = Math.min(nearest, Math.hypot((r - row) * plane.rowSpacing(), (c - column) * plane.columnSpacing()));
                }
            }
        }
        return nearest;
    }

    /** Share of the pixels near an endplate from which the normal of that endplate leads to a candidate of another body. */
    private double mirrored(SliceRegion region, VertebralBody body) {
        byte own = marrow.structure(region.slice(), region.pixels()[0]);
        int facing = 0;
        for (int pixel : region.pixels()) {
            Vec3 point = marrow.point(region.slice(), pixel);
            Endplate near = body.upper().depthOf(point) <= body.lower().depthOf(point) ? body.upper() : body.lower();
            if (near.depthOf(point) <= FACING_MM && meets(region.slice(), point, near.outward(), own)) {
                facing++;
            }
        }
        return facing / (double) region.pixels().length;
    }

    private boolean meets(int slice, Vec3 from, Vec3 outward, byte own) {
        SlicePlane plane = marrow.slice(slice).plane();
        for (double step = 2; step <= ACROSS_MM; step++) {
            Vec3 point = from.plus(outward.times(step));
            int row = (int) Math.round(plane.rowOf(point));
            int column = (int) Math.round(plane.columnOf(point));
            if (row < 0 || column < 0 || row >= marrow.stack().rows() || column >= marrow.stack().columns()) {
                return false;
            }
            int pixel = row * marrow.stack().columns() + column;
            if (marrow.structure(slice, pixel) != own && marrow.atCandidate(slice, pixel)) {
                return true;
            }
        }
        return false;
    }

    private static int pixels(List<SliceRegion> regions) {
        return regions.stream().mapToInt(region -> region.pixels().length).sum();
    }
}

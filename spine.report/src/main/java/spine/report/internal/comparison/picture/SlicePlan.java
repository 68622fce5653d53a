package spine.report.internal.comparison.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which slices of a unit are shown: those that make its score at any time point, by their distance from the middle of the unit, and at each
 * time point the nearest to them. Without a score the middle ones.
 */
final class SlicePlan {
    /** Of a score. */
    private static final int SLICES = 3;
    private static final int MOST = 5;
    /** What is nearer than this share of the distance of slices is taken for the same place. */
    private static final double SAME = 0.6;

    private SlicePlan() {
    }

    /**
     * @param images of each time point; empty where there are none
     * @return places to the left of the middle of the unit, mm, from right to left
     */
    static List<Double> places(List<Optional<UnitImages>> images) {
        double spacing = images.stream().flatMap(Optional::stream).mapToDouble(SlicePlan::spacing).min().orElse(1);
        List<Double> scored = images.stream().flatMap(Optional::stream).flatMap(of -> of.slices().stream()).filter(UnitSlice::scored)
                .map(UnitSlice::left).sorted().toList();
        if (scored.isEmpty()) {
            UnitImages first = images.stream().flatMap(Optional::stream).findFirst().orElseThrow();
            return first.slices().stream().sorted(Comparator.comparingDouble(slice -> Math.abs(slice.left()))).limit(SLICES)
                    .map(UnitSlice::left).sorted().toList();
        }
        List<List<Double>> groups = new ArrayList<>();
        for (double place : scored) {
            if (groups.isEmpty() || place - groups.get(groups.size() - 1).get(0) > SAME * spacing) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(place);
        }
        return groups.stream().sorted(Comparator.comparingInt((List<Double> group) -> group.size()).reversed()).limit(MOST)
                .map(group -> group.stream().mapToDouble(place -> place).average().orElseThrow()).sorted().toList();
    }

    private static double spacing(UnitImages images) {
        List<UnitSlice> slices = images.slices();
        return slices.size() < 2 ? 1
                : Math.abs(slices.get(slices.size() - 1).left() - slices.get(0).left()) / (slices.size() - 1);
    }

    /** The slice of a time point that shows that place best. */
    static UnitSlice nearest(UnitImages images, double place) {
        return images.slices().stream().min(Comparator.comparingDouble(slice -> Math.abs(slice.left() - place))).orElseThrow();
    }
}

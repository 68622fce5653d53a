package spine.unet.internal.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import spine.api.image.PixelBox;

/** A part of a slice that a network has to see. */
public record SlicePart(int slice, PixelBox window) {
    /** @param windows by slice; empty ones are left out */
    static List<SlicePart> of(List<PixelBox> windows) {
        return IntStream.range(0, windows.size()).mapToObj(slice -> new SlicePart(slice, windows.get(slice)))
                .filter(each -> !each.window.isEmpty()).toList();
    }

    /**
     * Groups for one run each, because a run costs something besides its images: windows of one size, the largest first, and every thread
     * gets as many groups as any other where that can be.
     *
     * @param threads that share the groups, above 0
     * @param most parts of a group, above 0
     */
    static List<List<SlicePart>> groups(List<SlicePart> windows, int threads, int most) {
        List<SlicePart> sorted = windows.stream().sorted(Comparator.comparing(SlicePart::window,
                Comparator.comparingInt(PixelBox::rows).thenComparingInt(PixelBox::columns).reversed())).toList();
        List<List<SlicePart>> groups = new ArrayList<>();
        int from = 0;
        while (from < sorted.size()) {
            int to = from + 1;
            while (to < sorted.size() && sorted.get(to).isAsLargeAs(sorted.get(from))) {
                to++;
            }
            int alike = to - from;
            int turns = (alike + threads * most - 1) / (threads * most);
            int count = Math.min(alike, threads * turns);
            for (int i = 0; i < count; i++) {
                groups.add(sorted.subList(from + i * alike / count, from + (i + 1) * alike / count));
            }
            from = to;
        }
        return groups;
    }

    private boolean isAsLargeAs(SlicePart other) {
        return window.rows() == other.window.rows() && window.columns() == other.window.columns();
    }
}

package spine.phantom.internal.core.truth;

import java.util.ArrayList;
import java.util.List;

/** Collects the pixels of one body on one slice, in ascending order. */
final class PixelCollection {
    private final int vertebra;
    private final List<Integer> pixel = new ArrayList<>();
    private final List<double[]> measures = new ArrayList<>();
    private final List<boolean[]> sides = new ArrayList<>();

    PixelCollection(int vertebra) {
        this.vertebra = vertebra;
    }

    /** Parameters as the entries of {@link LesionPixels}. */
    void add(int index, double fromUpper, double fromLower, boolean upperHalf, boolean front, double signal) {
        pixel.add(index);
        measures.add(new double[] {fromUpper, fromLower, signal});
        sides.add(new boolean[] {upperHalf, front});
    }

    LesionPixels pixels() {
        int n = pixel.size();
        boolean[] upper = new boolean[n];
        boolean[] front = new boolean[n];
        for (int i = 0; i < n; i++) {
            upper[i] = sides.get(i)[0];
            front[i] = sides.get(i)[1];
        }
        return new LesionPixels(vertebra, pixel.stream().mapToInt(Integer::intValue).toArray(), column(0), column(1), upper, front,
                column(2));
    }

    private double[] column(int index) {
        return measures.stream().mapToDouble(m -> m[index]).toArray();
    }
}

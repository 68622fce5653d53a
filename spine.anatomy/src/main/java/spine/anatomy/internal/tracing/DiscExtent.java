package spine.anatomy.internal.tracing;

import java.util.HashMap;
import java.util.Map;

/**
 * How far discs reach towards the bodies above and below, as most slices show it. A lesion as bright as fluid at an endplate is taken for
 * disc by its looks; but it lies on a few slices, and a disc is as high on the others.
 */
final class DiscExtent {
    /** Width of the strips from front to back in which heights are compared, mm: the endplates are curved. */
    private static final double STRIP_MM = 3;
    /** Fewer slices have no typical height. */
    private static final int LEAST_SLICES = 5;
    /** A disc may reach further than on the median slice by this, mm. */
    private static final double MARGIN_MM = 2;

    /** Reach by strip, then by slice, mm. */
    private final Map<Strip, Map<Integer, Double>> reach = new HashMap<>();
    private final Map<Strip, Double> typical = new HashMap<>();

    private record Strip(int disc, boolean below, int strip) {

        static Strip of(int disc, double front, double below) {
            return new Strip(disc, below > 0, (int) Math.floor(front / STRIP_MM));
        }
    }

    /**
     * Takes note of a voxel of disc tissue. Not after the first call of {@link #exceeds}.
     *
     * @param front its distance in front of the centreline, mm
     * @param below signed distance from the plane of the disc, positive towards the feet, mm
     */
    void add(int disc, int slice, double front, double below) {
        reach.computeIfAbsent(Strip.of(disc, front, below), strip -> new HashMap<>()).merge(slice, Math.abs(below), Math::max);
    }

    /** Whether a voxel of disc tissue lies where most slices show the body. */
    boolean exceeds(int disc, double front, double below) {
        return Math.abs(below) > typical.computeIfAbsent(Strip.of(disc, front, below), this::median) + MARGIN_MM;
    }

    private double median(Strip strip) {
        double[] heights = reach.getOrDefault(strip, Map.of()).values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return heights.length < LEAST_SLICES ? Double.MAX_VALUE : heights[heights.length / 2];
    }
}

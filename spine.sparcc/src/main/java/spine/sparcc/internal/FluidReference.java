package spine.sparcc.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;

/**
 * The signal of cerebrospinal fluid near a place in one stack: a high percentile of the canal at the same height, so
 * that the shading of the coil touches lesion and reference alike. Where a slice misses the canal the nearest slice that
 * shows it stands in; where no slice shows enough of it at that height, the neighbouring levels do.
 */
final class FluidReference {
    /** Half height of the piece of canal: about one unit, then about three. */
    private static final double[] REACH_MM = {15, 45};
    /** A smaller piece of canal is mostly partial volume. */
    private static final double MIN_AREA_MM2 = 80;

    private final SliceStack stack;
    private final double percentile;
    private final List<int[]> canal;

    FluidReference(SliceStack stack, StackAnatomy anatomy, double percentile) {
        this.stack = stack;
        this.percentile = percentile;
        this.canal = new ArrayList<>();
        for (byte[] mask : anatomy.canal()) {
            canal.add(IntStream.range(0, mask.length).filter(pixel -> mask[pixel] != 0).toArray());
        }
    }

    /**
     * @param slice where the lesion is
     * @param place the height of the lesion, patient LPS mm
     * @param cranial unit vector along the spine there
     * @return signal in the units of the image, above 0; empty if no canal was found near
     */
    OptionalDouble near(int slice, Vec3 place, Vec3 cranial) {
        List<Integer> nearestFirst = IntStream.range(0, canal.size()).boxed()
                .sorted(Comparator.comparingInt(other -> Math.abs(other - slice))).toList();
        for (double reach : REACH_MM) {
            for (int other : nearestFirst) {
                OptionalDouble signal = on(other, place, cranial, reach);
                if (signal.isPresent()) {
                    return signal;
                }
            }
        }
        return OptionalDouble.empty();
    }

    private OptionalDouble on(int index, Vec3 place, Vec3 cranial, double reach) {
        Slice slice = stack.slices().get(index);
        int[] pixels = canal.get(index);
        float[] signals = new float[pixels.length];
        int count = 0;
        for (int pixel : pixels) {
            Vec3 point = slice.plane().toPatient(pixel % slice.columns(), pixel / slice.columns());
            if (Math.abs(point.minus(place).dot(cranial)) <= reach) {
                signals[count++] = slice.pixels()[pixel];
            }
        }
        if (count * slice.plane().pixelArea() < MIN_AREA_MM2) {
            return OptionalDouble.empty();
        }
        double signal = Percentile.of(Arrays.copyOf(signals, count), percentile);
        return signal > 0 ? OptionalDouble.of(signal) : OptionalDouble.empty();
    }
}

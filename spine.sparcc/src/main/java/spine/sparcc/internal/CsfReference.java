package spine.sparcc.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.common.stats.Quantiles;

/**
 * The signal of cerebrospinal fluid (CSF) near a place in one stack: a high percentile of the canal at the same height, so that the
 * shading of the coil affects lesion and reference alike. The brightest of the slice and its two neighbours counts, because a
 * slice beside the middle of the canal shows its fluid only in part. Where these three miss the canal, the nearest slice that
 * shows it is taken; where none shows enough of it at that height, the neighbouring levels are. Not thread-safe.
 */
final class CsfReference {
    /** Half height of the piece of canal: about one unit, then about three. Set in 194cbdb (2026-11-24), not from literature. */
    private static final double[] REACH_MM = {15, 45};
    /** A smaller piece of canal is mostly partial volume. Set in 194cbdb (2026-11-24), not from literature. */
    private static final double MIN_AREA_MM2 = 80;

    private final SliceStack stack;
    private final double percentile;
    private final byte[][] canal;
    private final int[][] canalPixels;

    CsfReference(SliceStack stack, StackAnatomy anatomy, double percentile) {
        this.stack = stack;
        this.percentile = percentile;
        this.canal = anatomy.canal();
        this.canalPixels = new int[canal.length][];
    }

    /**
     * @param slice where the lesion is
     * @param place the height of the lesion, patient LPS mm
     * @param cranial unit vector along the spine there
     * @return signal in the units of the image, above 0; empty if no canal was found near
     */
    OptionalDouble near(int slice, Vec3 place, Vec3 cranial) {
        List<Integer> nearestFirst = IntStream.range(0, canal.length).boxed()
                .sorted(Comparator.comparingInt(other -> Math.abs(other - slice))).toList();
        for (double reach : REACH_MM) {
            OptionalDouble beside = IntStream.rangeClosed(slice - 1, slice + 1).filter(at -> at >= 0 && at < canal.length)
                    .mapToObj(at -> on(at, place, cranial, reach)).flatMapToDouble(OptionalDouble::stream).max();
            OptionalDouble signal = beside.isPresent() ? beside : nearestFirst.stream()
                    .map(at -> on(at, place, cranial, reach)).flatMapToDouble(OptionalDouble::stream).findFirst();
            if (signal.isPresent()) {
                return signal;
            }
        }
        return OptionalDouble.empty();
    }

    private int[] pixels(int index) {
        if (canalPixels[index] == null) {
            byte[] mask = canal[index];
            canalPixels[index] = IntStream.range(0, mask.length).filter(pixel -> mask[pixel] != 0).toArray();
        }
        return canalPixels[index];
    }

    private OptionalDouble on(int index, Vec3 place, Vec3 cranial, double reach) {
        Slice slice = stack.slices().get(index);
        int[] pixels = pixels(index);
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
        Arrays.sort(signals, 0, count);
        double signal = Quantiles.linear(Arrays.copyOf(signals, count), percentile / 100);
        return signal > 0 ? OptionalDouble.of(signal) : OptionalDouble.empty();
    }
}

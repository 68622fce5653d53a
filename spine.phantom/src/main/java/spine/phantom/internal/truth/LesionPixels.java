package spine.phantom.internal.truth;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The pixels of one body on one slice whose volume is mostly inflamed marrow; the arrays run in parallel.
 *
 * @param vertebra C2 = 0
 * @param pixel index {@code row * columns + column}, ascending
 * @param fromUpper greatest distance of the lesion in the pixel from the upper endplate, mm
 * @param fromLower the same from the lower endplate
 * @param upperHalf whether the pixel's centre lies in the upper half of the body
 * @param front whether it lies in the front half
 * @param signal noise-free signal, still fluid being 1
 */
record LesionPixels(int vertebra, int[] pixel, double[] fromUpper, double[] fromLower, boolean[] upperHalf, boolean[] front,
        double[] signal) {

    /** The pixels that the mask marks; bodies without one are left out. */
    static List<LesionPixels> only(List<LesionPixels> bodies, byte[] mask) {
        return bodies.stream().map(body -> body.only(mask)).filter(body -> body.pixel.length > 0).toList();
    }

    private LesionPixels only(byte[] mask) {
        int[] kept = IntStream.range(0, pixel.length).filter(i -> mask[pixel[i]] != 0).toArray();
        LesionPixels rest = new LesionPixels(vertebra, new int[kept.length], new double[kept.length], new double[kept.length],
                new boolean[kept.length], new boolean[kept.length], new double[kept.length]);
        for (int i = 0; i < kept.length; i++) {
            rest.pixel[i] = pixel[kept[i]];
            rest.fromUpper[i] = fromUpper[kept[i]];
            rest.fromLower[i] = fromLower[kept[i]];
            rest.upperHalf[i] = upperHalf[kept[i]];
            rest.front[i] = front[kept[i]];
            rest.signal[i] = signal[kept[i]];
        }
        return rest;
    }

    /** Number of the patch of every pixel: pixels that touch each other, also across corners, share one. */
    int[] patches(int columns) {
        int[] patch = new int[pixel.length];
        java.util.Arrays.fill(patch, -1);
        int count = 0;
        for (int i = 0; i < pixel.length; i++) {
            if (patch[i] < 0) {
                java.util.ArrayDeque<Integer> open = new java.util.ArrayDeque<>(java.util.List.of(i));
                patch[i] = count;
                while (!open.isEmpty()) {
                    int at = open.poll();
                    for (int j = 0; j < pixel.length; j++) {
                        if (patch[j] < 0 && touch(pixel[at], pixel[j], columns)) {
                            patch[j] = count;
                            open.add(j);
                        }
                    }
                }
                count++;
            }
        }
        return patch;
    }

    private static boolean touch(int a, int b, int columns) {
        return Math.abs(a / columns - b / columns) <= 1 && Math.abs(a % columns - b % columns) <= 1;
    }
}

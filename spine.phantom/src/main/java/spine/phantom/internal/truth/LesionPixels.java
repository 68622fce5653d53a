package spine.phantom.internal.truth;

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

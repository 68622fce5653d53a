package spine.dicom.internal.jpeg;

/**
 * The inverse cosine transform of a block (A.3.3) after Loeffler, Ligtenberg and Moschytz (ICASSP 1989), in whole numbers: columns, then
 * rows. Scaling and rounding are those that the Independent JPEG Group's accurate method has, so that the result is that of the
 * decoders in common use, to the bit.
 */
final class InverseDct {
    private static final int SIZE = 8;
    private static final int BITS = 13;
    private static final long C_0298 = constant(0.298631336);
    private static final long C_0390 = constant(0.390180644);
    private static final long C_0541 = constant(0.541196100);
    private static final long C_0765 = constant(0.765366865);
    private static final long C_0899 = constant(0.899976223);
    private static final long C_1175 = constant(1.175875602);
    private static final long C_1501 = constant(1.501321110);
    private static final long C_1847 = constant(1.847759065);
    private static final long C_1961 = constant(1.961570560);
    private static final long C_2053 = constant(2.053119869);
    private static final long C_2562 = constant(2.562915447);
    private static final long C_3072 = constant(3.072711026);

    private final int centre;
    private final int largest;
    /** Bits of accuracy kept between the passes; with 12-bit samples there is room for one only. */
    private final int kept;
    private final long[] work = new long[SIZE * SIZE];
    private final long[] out = new long[SIZE];

    InverseDct(int precision) {
        this.centre = 1 << precision - 1;
        this.largest = (1 << precision) - 1;
        this.kept = precision == 8 ? 2 : 1;
    }

    private static long constant(double value) {
        return Math.round(value * (1 << BITS));
    }

    /**
     * @param coefficients dequantized, row by row
     * @param to the first sample of the block
     */
    void transform(int[] coefficients, short[] samples, int to, int stride) {
        for (int column = 0; column < SIZE; column++) {
            int c = column;
            if ((coefficients[c + 8] | coefficients[c + 16] | coefficients[c + 24] | coefficients[c + 32] | coefficients[c + 40]
                    | coefficients[c + 48] | coefficients[c + 56]) == 0) {
                long flat = (long) coefficients[c] << kept;
                for (int row = 0; row < SIZE; row++) {
                    work[row * SIZE + c] = flat;
                }
            } else {
                oneDimension(coefficients[c], coefficients[c + 8], coefficients[c + 16], coefficients[c + 24], coefficients[c + 32],
                        coefficients[c + 40], coefficients[c + 48], coefficients[c + 56], BITS - kept);
                for (int row = 0; row < SIZE; row++) {
                    work[row * SIZE + c] = out[row];
                }
            }
        }
        for (int row = 0; row < SIZE; row++) {
            int r = row * SIZE;
            oneDimension(work[r], work[r + 1], work[r + 2], work[r + 3], work[r + 4], work[r + 5], work[r + 6], work[r + 7],
                    BITS + kept + 3);
            int at = to + row * stride;
            for (int column = 0; column < SIZE; column++) {
                long value = out[column] + centre;
                samples[at + column] = (short) (value < 0 ? 0 : value > largest ? largest : value);
            }
        }
    }

    private void oneDimension(long in0, long in1, long in2, long in3, long in4, long in5, long in6, long in7, int shift) {
        long even = (in2 + in6) * C_0541;
        long even2 = even - in6 * C_1847;
        long even3 = even + in2 * C_0765;
        long sum = in0 + in4 << BITS;
        long difference = in0 - in4 << BITS;
        long e0 = sum + even3;
        long e3 = sum - even3;
        long e1 = difference + even2;
        long e2 = difference - even2;

        long z5 = (in7 + in3 + in5 + in1) * C_1175;
        long z1 = -(in7 + in1) * C_0899;
        long z2 = -(in5 + in3) * C_2562;
        long z3 = z5 - (in7 + in3) * C_1961;
        long z4 = z5 - (in5 + in1) * C_0390;
        long o0 = in7 * C_0298 + z1 + z3;
        long o1 = in5 * C_2053 + z2 + z4;
        long o2 = in3 * C_3072 + z2 + z3;
        long o3 = in1 * C_1501 + z1 + z4;

        long half = 1L << shift - 1;
        out[0] = e0 + o3 + half >> shift;
        out[7] = e0 - o3 + half >> shift;
        out[1] = e1 + o2 + half >> shift;
        out[6] = e1 - o2 + half >> shift;
        out[2] = e2 + o1 + half >> shift;
        out[5] = e2 - o1 + half >> shift;
        out[3] = e3 + o0 + half >> shift;
        out[4] = e3 - o0 + half >> shift;
    }
}

package spine.phantom.internal.shift.numeric;

/** Complex fast Fourier transform of a length that is a power of two, in place. Safe for many threads. */
public final class FourierTransform {
    private final int length;
    private final int[] swapped;
    private final float[] cos;
    private final float[] sin;

    public FourierTransform(int length) {
        if (Integer.bitCount(length) != 1) {
            throw new IllegalArgumentException("not a power of two: " + length);
        }
        this.length = length;
        swapped = new int[length];
        int bits = Integer.numberOfTrailingZeros(length);
        for (int i = 0; i < length; i++) {
            swapped[i] = bits == 0 ? 0 : Integer.reverse(i) >>> Integer.SIZE - bits;
        }
        cos = new float[Math.max(1, length / 2)];
        sin = new float[cos.length];
        for (int i = 0; i < cos.length; i++) {
            cos[i] = (float) StrictMath.cos(2 * StrictMath.PI * i / length);
            sin[i] = (float) StrictMath.sin(2 * StrictMath.PI * i / length);
        }
    }

    /** The smallest power of two that is not below {@code size}. */
    public static int lengthFor(int size) {
        return size <= 1 ? 1 : Integer.highestOneBit(size - 1) << 1;
    }

    public int length() {
        return length;
    }

    /** From space to frequency, not normalised. */
    public void forward(float[] real, float[] imaginary) {
        transform(real, imaginary, -1);
    }

    /** From frequency to space, divided by the length. */
    public void back(float[] real, float[] imaginary) {
        transform(real, imaginary, 1);
        float share = 1f / length;
        for (int i = 0; i < length; i++) {
            real[i] *= share;
            imaginary[i] *= share;
        }
    }

    private void transform(float[] re, float[] im, int sign) {
        for (int i = 0; i < length; i++) {
            int j = swapped[i];
            if (j > i) {
                float r = re[i];
                re[i] = re[j];
                re[j] = r;
                r = im[i];
                im[i] = im[j];
                im[j] = r;
            }
        }
        for (int half = 1; half < length; half <<= 1) {
            int step = length / (2 * half);
            for (int start = 0; start < length; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    float wr = cos[k * step];
                    float wi = sign * sin[k * step];
                    int a = start + k;
                    int b = a + half;
                    float br = re[b] * wr - im[b] * wi;
                    float bi = re[b] * wi + im[b] * wr;
                    re[b] = re[a] - br;
                    im[b] = im[a] - bi;
                    re[a] += br;
                    im[a] += bi;
                }
            }
        }
    }
}

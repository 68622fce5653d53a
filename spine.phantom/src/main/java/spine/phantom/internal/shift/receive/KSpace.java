package spine.phantom.internal.shift.receive;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.random.SessionRandom;
import spine.phantom.internal.shift.numeric.FourierTransform;

/**
 * Acquisition in k-space: a resolution below that of the image, partial Fourier, and a pulsating signal that varies from line to line.
 * Immutable.
 */
final class KSpace {
    private final boolean headFoot;
    private final FourierTransform read;
    private final FourierTransform phase;
    private final float[] readWindow;
    private final float[] phaseWindow;
    private final float[] pulseReal;
    private final float[] pulseImaginary;
    private final double noisePower;

    /**
     * @param pixel in-plane pixel of the image, mm
     * @param session draws what is common to all stations of a series; the pulsation is of the day
     */
    KSpace(int rows, int columns, double pixel, SessionRandom session) {
        SeededRandom shared = session.lasting();
        headFoot = shared.chance(0.55);
        double readPixel = shared.uniform(0.7, 1.15);
        double phasePixel = readPixel * shared.uniform(1.05, 1.6);
        double edge = shared.uniform(0.02, 0.35);
        double partial = shared.chance(0.4) ? shared.uniform(0.6, 0.8) : 1;
        read = new FourierTransform(FourierTransform.lengthFor(headFoot ? columns : rows));
        phase = new FourierTransform(FourierTransform.lengthFor(headFoot ? rows : columns));
        readWindow = window(read.length(), Math.min(1, pixel / readPixel), 1, edge);
        phaseWindow = window(phase.length(), Math.min(1, pixel / phasePixel), partial, edge);
        noisePower = power(readWindow) * power(phaseWindow);
        pulseReal = new float[phase.length()];
        pulseImaginary = new float[phase.length()];
        SeededRandom today = session.passing();
        double strength = today.chance(0.65) ? today.uniform(0.03, 0.3) : 0;
        double beat = today.uniform(0.03, 0.47);
        double second = today.uniform(0, 0.5);
        double start = today.uniform(0, 6.28);
        int train = today.between(1, 4);
        for (int k = 0; k < phase.length(); k++) {
            int order = k / train;
            double angle = 2 * StrictMath.PI * beat * order + start;
            pulseReal[k] = (float) (strength * (StrictMath.cos(angle) + second * StrictMath.cos(2 * angle)));
            pulseImaginary[k] = (float) (0.6 * strength * StrictMath.sin(angle + 0.7));
        }
    }

    /** Weight of every frequency in the order of the transform. */
    private static float[] window(int length, double share, double partial, double edge) {
        float[] window = new float[length];
        double most = share * length / 2;
        double least = -most * (2 * partial - 1);
        for (int i = 0; i < length; i++) {
            double k = i < length / 2 ? i : i - length;
            double inside = Math.min(most - k, k - (partial < 1 ? least : -most)) / Math.max(1, edge * most);
            window[i] = (float) (inside <= 0 ? 0 : inside >= 1 ? 1 : 0.5 - 0.5 * StrictMath.cos(StrictMath.PI * inside));
        }
        return window;
    }

    private static double power(float[] window) {
        double sum = 0;
        for (float w : window) {
            sum += w * w;
        }
        return sum / window.length;
    }

    /** Share of the power of white noise that passes. */
    double noisePower() {
        return noisePower;
    }

    /** Whether the phase-encoding direction is from head to foot. */
    boolean headFoot() {
        return headFoot;
    }

    /**
     * Acquires a complex image; works in place.
     *
     * @param pulse the pulsating part of the signal, real, with the sensitivity of the coil
     */
    void acquire(float[] real, float[] imaginary, float[] pulse, int rows, int columns) {
        int lines = headFoot ? rows : columns;
        int step = headFoot ? 1 : columns;
        int next = headFoot ? columns : 1;
        int length = headFoot ? columns : rows;
        Line across = new Line(read);
        for (int line = 0; line < lines; line++) {
            across.load(real, imaginary, line * next, step, length);
            read.forward(across.re, across.im);
            across.weigh(readWindow);
            read.back(across.re, across.im);
            across.store(real, imaginary, line * next, step, length);
        }
        Line along = new Line(phase);
        Line beating = new Line(phase);
        for (int line = 0; line < length; line++) {
            along.load(real, imaginary, line * step, next, lines);
            phase.forward(along.re, along.im);
            if (beating.load(pulse, line * step, next, lines)) {
                phase.forward(beating.re, beating.im);
                along.add(beating, pulseReal, pulseImaginary);
            }
            along.weigh(phaseWindow);
            phase.back(along.re, along.im);
            along.store(real, imaginary, line * step, next, lines);
        }
    }

    /** One line of an image, padded with zeros. */
    private static final class Line {
        final float[] re;
        final float[] im;

        Line(FourierTransform fourier) {
            re = new float[fourier.length()];
            im = new float[fourier.length()];
        }

        void load(float[] real, float[] imaginary, int start, int step, int length) {
            for (int i = 0; i < length; i++) {
                re[i] = real[start + i * step];
                im[i] = imaginary[start + i * step];
            }
            for (int i = length; i < re.length; i++) {
                re[i] = 0;
                im[i] = 0;
            }
        }

        /** Loads a real line; whether it has any value but zero. */
        boolean load(float[] real, int start, int step, int length) {
            boolean any = false;
            for (int i = 0; i < re.length; i++) {
                re[i] = i < length ? real[start + i * step] : 0;
                im[i] = 0;
                any |= re[i] != 0;
            }
            return any;
        }

        void store(float[] real, float[] imaginary, int start, int step, int length) {
            for (int i = 0; i < length; i++) {
                real[start + i * step] = re[i];
                imaginary[start + i * step] = im[i];
            }
        }

        void weigh(float[] window) {
            for (int i = 0; i < re.length; i++) {
                re[i] *= window[i];
                im[i] *= window[i];
            }
        }

        void add(Line other, float[] byReal, float[] byImaginary) {
            for (int i = 0; i < re.length; i++) {
                re[i] += other.re[i] * byReal[i] - other.im[i] * byImaginary[i];
                im[i] += other.re[i] * byImaginary[i] + other.im[i] * byReal[i];
            }
        }
    }
}

package spine.phantom.internal.standard.receive;

import spine.phantom.internal.core.random.NormalDeviates;
import spine.phantom.internal.core.random.SeededRandom;

/**
 * Noise of one receiver channel. It passes through the same k-space as the signal, so that pixels finer than the acquired resolution have
 * correlated noise; in some examinations it is added later and white. Immutable.
 */
final class ReceiverNoise {
    private final double deviation;
    private final PointSpreadFunction filter;

    /** @param pointSpread of the image */
    ReceiverNoise(PointSpreadFunction pointSpread, SeededRandom random) {
        deviation = 0.35 / StrictMath.exp(random.uniform(StrictMath.log(8), StrictMath.log(50)));
        filter = random.chance(0.7) ? pointSpread : null;
    }

    /** The noise of an image, row-major, in units of the signal of still CSF. */
    float[] image(int rows, int columns, NormalDeviates normal) {
        float[] noise = new float[rows * columns];
        double scale = filter == null ? deviation : deviation / filter.noiseGain();
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (scale * normal.next());
        }
        return filter == null ? noise : filter.apply(noise, rows, columns);
    }
}

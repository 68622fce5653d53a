package spine.unet.tck;

import java.util.Random;
import spine.unet.network.BatchNormalisation;
import spine.unet.network.Convolution;
import spine.unet.network.UNetConfiguration;
import spine.unet.network.UNetParameters;

/** Networks whose every parameter, also of the batch normalisation, has a value that training might have given it. */
public final class RandomParameters implements UNetParameters.Source {
    private final long seed;

    private RandomParameters(long seed) {
        this.seed = seed;
    }

    /** The same seed gives the same network. */
    public static UNetParameters of(UNetConfiguration size, long seed) {
        return UNetParameters.of(size, new RandomParameters(seed));
    }

    /** Numbers from 0 to 1, such as images. */
    public static float[] values(int length, long seed) {
        Random random = new Random(seed);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    @Override
    public float[] weights(Convolution c) {
        Random random = new Random(seed + c.name().hashCode());
        double spread = Math.sqrt(2.0 / (c.in() * c.kernel() * c.kernel()));
        float[] weights = new float[c.weights()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (spread * random.nextGaussian());
        }
        return weights;
    }

    @Override
    public float[] bias(Convolution c) {
        return between(c, "bias", -0.1f, 0.1f);
    }

    @Override
    public BatchNormalisation normalisation(Convolution c) {
        return new BatchNormalisation(between(c, "gamma", 0.7f, 1.3f), between(c, "beta", -0.1f, 0.1f), between(c, "mean", -0.1f, 0.1f),
                between(c, "variance", 0.7f, 1.3f));
    }

    private float[] between(Convolution c, String name, float low, float high) {
        float[] values = values(c.out(), seed + c.name().hashCode() + name.hashCode());
        for (int i = 0; i < values.length; i++) {
            values[i] = low + (high - low) * values[i];
        }
        return values;
    }
}

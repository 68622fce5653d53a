package spine.unet.training.internal.augmentation;

import java.util.Random;

/**
 * One random augmentation of a crop: geometry, intensity, bias field, blur, noise, neighbouring slices and where the image ends, so that
 * the network does not depend on one scanner or one position of the patient. Left and right are exchanged; front and back never, because
 * preprocessing gives every slice the same orientation.
 *
 * @param angle rotation in the plane, radians
 * @param rowScale enlargement along the direction of increasing row index
 * @param columnScale enlargement along the direction of increasing column index
 * @param deformation elastic deformation of the image
 * @param intensity change of contrast
 * @param field coefficients of the logarithm of the bias field: x, y, xy, x2, y2 over -1..1
 * @param blurs how often a 3x3 binomial blur is applied
 * @param blur share of the blur, 0..1
 * @param noise standard deviation of added noise
 * @param mirrored whether the neighbouring slices are exchanged
 * @param alone whether the slice replaces its neighbours, as at the side of a stack or with wide gaps
 * @param above share of the crop that lies above the first row of the image, 0..1
 * @param below share of the crop that lies below the last row of the image, 0..1
 */
public record Augmentation(double angle, double rowScale, double columnScale, ElasticDeformation deformation, IntensityCurve intensity,
        double[] field, int blurs, double blur, double noise, boolean mirrored, boolean alone, double above, double below) {

    /** Leaves a crop as it is. */
    public static final Augmentation NONE = new Augmentation(0, 1, 1, ElasticDeformation.NONE, IntensityCurve.IDENTITY, new double[5],
            0, 0, 0, false, false, 0, 0);

    /**
     * Draws an augmentation.
     *
     * @param anyContrast whether contrasts may be reversed, which the truth must not depend on
     * @param endShare share of the crops in which the image ends, as a station does in the middle of a body
     */
    public static Augmentation random(Random random, boolean anyContrast, double endShare) {
        double[] field = new double[5];
        double amplitude = 0.5 * random.nextDouble();
        for (int i = 0; i < field.length; i++) {
            field[i] = (random.nextDouble() * 2 - 1) * amplitude;
        }
        double end = endShare > 0 && random.nextDouble() < endShare ? 0.2 + 0.6 * random.nextDouble() : 0;
        boolean first = end > 0 && random.nextBoolean();
        double scale = 0.78 + 0.5 * random.nextDouble();
        return new Augmentation(
                Math.toRadians(random.nextDouble() * 36 - 18),
                scale * (0.92 + 0.16 * random.nextDouble()),
                scale * (0.92 + 0.16 * random.nextDouble()),
                random.nextDouble() < 0.5 ? ElasticDeformation.random(random) : ElasticDeformation.NONE,
                anyContrast && random.nextDouble() < 0.25 ? IntensityCurve.arbitrary(random) : IntensityCurve.monotonic(random),
                field,
                1 + random.nextInt(3),
                random.nextDouble() < 0.3 ? random.nextDouble() : 0,
                random.nextDouble() < 0.7 ? 0.1 * random.nextDouble() * random.nextDouble() : 0,
                random.nextBoolean(),
                random.nextDouble() < 0.08,
                first ? end : 0,
                first ? 0 : end);
    }

    /** The bias field, a factor of the intensity, at a place of the crop whose coordinates run from -1 to 1. */
    public double bias(double x, double y) {
        return Math.exp(field[0] * x + field[1] * y + field[2] * x * y + field[3] * x * x + field[4] * y * y);
    }
}

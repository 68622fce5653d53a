package spine.unet.internal.augmentation;

import java.util.Random;

/**
 * One random change of a crop: geometry, brightness, sharpness, noise, the neighbours and where the image ends. A network that has seen these
 * does not mind another scanner or another posture. Front and back are never exchanged, because no patient lies that way
 * once the recipe has turned him upright; left and right are.
 *
 * @param angle turn of the patient, radians
 * @param taller enlargement along rows
 * @param wider enlargement along columns
 * @param deformation bending of the patient
 * @param intensity change of contrast
 * @param field coefficients of the logarithm of the brightness field: x, y, xy, x2, y2 over -1..1
 * @param blurs how often a 3x3 binomial blur is applied
 * @param blur share of the blur, 0..1
 * @param noise standard deviation of added noise
 * @param mirrored whether the neighbours change places
 * @param alone whether the slice stands in for its neighbours, as at the side of a stack or with wide gaps
 * @param above share of the crop that lies above the first row of the image, 0..1
 * @param below share of the crop that lies below the last row of the image, 0..1
 */
public record Augmentation(double angle, double taller, double wider, ElasticDeformation deformation, IntensityCurve intensity, double[] field, int blurs,
        double blur, double noise, boolean mirrored, boolean alone, double above, double below) {

    public static final Augmentation NONE = new Augmentation(0, 1, 1, ElasticDeformation.NONE, IntensityCurve.STRAIGHT, new double[5], 0, 0, 0, false, false, 0, 0);

    /**
     * @param anyContrast whether contrasts may be reversed, which the truth must not depend on
     * @param endShare share of the crops in which the image ends, as a station does in the middle of a body
     */
    public static Augmentation random(Random random, boolean anyContrast, double endShare) {
        double[] field = new double[5];
        double unevenness = 0.5 * random.nextDouble();
        for (int i = 0; i < field.length; i++) {
            field[i] = (random.nextDouble() * 2 - 1) * unevenness;
        }
        double end = endShare > 0 && random.nextDouble() < endShare ? 0.2 + 0.6 * random.nextDouble() : 0;
        boolean first = end > 0 && random.nextBoolean();
        double size = 0.78 + 0.5 * random.nextDouble();
        return new Augmentation(
                Math.toRadians(random.nextDouble() * 36 - 18),
                size * (0.92 + 0.16 * random.nextDouble()),
                size * (0.92 + 0.16 * random.nextDouble()),
                random.nextDouble() < 0.5 ? ElasticDeformation.random(random) : ElasticDeformation.NONE,
                anyContrast && random.nextDouble() < 0.25 ? IntensityCurve.any(random) : IntensityCurve.rising(random),
                field,
                1 + random.nextInt(3),
                random.nextDouble() < 0.3 ? random.nextDouble() : 0,
                random.nextDouble() < 0.7 ? 0.1 * random.nextDouble() * random.nextDouble() : 0,
                random.nextBoolean(),
                random.nextDouble() < 0.08,
                first ? end : 0,
                first ? 0 : end);
    }

    public double brightness(double x, double y) {
        return Math.exp(field[0] * x + field[1] * y + field[2] * x * y + field[3] * x * x + field[4] * y * y);
    }
}

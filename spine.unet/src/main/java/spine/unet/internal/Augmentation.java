package spine.unet.internal;

import java.util.Random;

/**
 * One random change of a crop: geometry (angle, scale), brightness (gamma, smooth field), sharpness, noise and the order of
 * the neighbours. A network that has seen these does not mind another scanner or another posture.
 *
 * @param angle turn of the patient, radians
 * @param scale enlargement
 * @param gamma exponent of brightness
 * @param field coefficients of the logarithm of the brightness field: x, y, xy, x2, y2 over -1..1
 * @param blur share of a 3x3 binomial blur, 0..1
 * @param noise standard deviation of added noise
 * @param mirrored whether the neighbours change places
 */
record Augmentation(double angle, double scale, double gamma, double[] field, double blur, double noise, boolean mirrored) {

    static final Augmentation NONE = new Augmentation(0, 1, 1, new double[5], 0, 0, false);

    static Augmentation random(Random random) {
        double[] field = new double[5];
        for (int i = 0; i < field.length; i++) {
            field[i] = (random.nextDouble() * 2 - 1) * 0.2;
        }
        return new Augmentation(
                Math.toRadians(random.nextDouble() * 30 - 15),
                0.8 + 0.45 * random.nextDouble(),
                Math.exp(Math.log(0.7) + random.nextDouble() * Math.log(2)),
                field,
                random.nextDouble() < 0.3 ? random.nextDouble() : 0,
                random.nextDouble() < 0.7 ? 0.06 * random.nextDouble() : 0,
                random.nextBoolean());
    }

    double brightness(double x, double y) {
        return Math.exp(field[0] * x + field[1] * y + field[2] * x * y + field[3] * x * x + field[4] * y * y);
    }
}

package spine.phantom.internal.shift.spine;

import spine.phantom.internal.core.random.SeededRandom;

/**
 * Properties of a patient that anatomy and pathology depend on.
 *
 * @param age years
 * @param male sex
 * @param scale factor on all lengths
 * @param adiposity 0 lean to 1 obese
 * @param ankylosis ossification of the ligaments, 0..1
 */
public record Demographics(int age, boolean male, double scale, double adiposity, double ankylosis) {

    /** Draws a patient. */
    public static Demographics draw(SeededRandom random) {
        boolean male = random.chance(0.5);
        int age = random.between(18, 78);
        double scale = random.uniform(male ? 0.93 : 0.86, male ? 1.1 : 1.01);
        double adiposity = StrictMath.pow(random.uniform(0, 1), 1.5);
        double ankylosis = random.chance(0.12) ? random.uniform(0.3, 1) : 0;
        return new Demographics(age, male, scale, adiposity, ankylosis);
    }
}

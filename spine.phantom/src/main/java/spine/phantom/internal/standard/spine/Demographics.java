package spine.phantom.internal.standard.spine;

import spine.phantom.internal.core.random.SeededRandom;

/**
 * Properties of a patient that anatomy and pathology depend on.
 *
 * @param age years
 * @param male sex: men are larger and have larger osteophytes on average
 * @param scale factor on all lengths
 * @param adiposity 0 lean to 1 obese
 * @param kyphotic whether long-standing disease has increased the kyphosis
 * @param ankylosis tendency to bony bridges, 0..1
 */
public record Demographics(int age, boolean male, double scale, double adiposity, boolean kyphotic, double ankylosis) {

    /** Draws a patient. */
    public static Demographics draw(SeededRandom random) {
        boolean male = random.chance(0.58);
        int age = (int) random.uniform(19, 72);
        double scale = random.chance(0.06) ? random.uniform(0.7, 0.86) : random.normal(male ? 1.0 : 0.93, 0.055);
        double adiposity = Math.min(1, Math.max(0, random.normal(0.38, 0.3)));
        boolean kyphotic = random.chance(0.2);
        double ankylosis = random.chance(0.2) ? random.uniform(0.2, 1.3) : random.uniform(0, 0.05);
        return new Demographics(age, male, scale, adiposity, kyphotic, ankylosis);
    }
}

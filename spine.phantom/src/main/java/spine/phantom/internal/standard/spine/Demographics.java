package spine.phantom.internal.standard.spine;

import spine.phantom.internal.core.random.SeededRandom;

/**
 * What sort of person this is, before any bone is placed.
 *
 * @param age years
 * @param male whether larger and with larger spurs on average
 * @param size factor on all lengths
 * @param fatness 0 lean to 1 very fat
 * @param kyphotic whether long-standing disease bent the spine forward
 * @param ankylosed tendency to bony bridges, 0..1
 */
public record Demographics(int age, boolean male, double size, double fatness, boolean kyphotic, double ankylosed) {

    public static Demographics draw(SeededRandom random) {
        boolean male = random.chance(0.58);
        int age = (int) random.uniform(19, 72);
        double size = random.chance(0.06) ? random.uniform(0.7, 0.86) : random.normal(male ? 1.0 : 0.93, 0.055);
        double fatness = Math.min(1, Math.max(0, random.normal(0.38, 0.3)));
        boolean kyphotic = random.chance(0.2);
        double ankylosed = random.chance(0.2) ? random.uniform(0.2, 1.3) : random.uniform(0, 0.05);
        return new Demographics(age, male, size, fatness, kyphotic, ankylosed);
    }
}

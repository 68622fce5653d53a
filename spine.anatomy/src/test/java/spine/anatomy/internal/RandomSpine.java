package spine.anatomy.internal;

import java.util.Random;
import spine.anatomy.internal.tracing.Morphometry;

/**
 * Spines of random build that owe nothing to {@link Morphometry}: sizes follow smooth trends of their own, regions and single
 * vertebrae scatter around them, curvature runs from straight to strongly bent.
 */
final class RandomSpine {
    private static final int CERVICAL = 6;

    private RandomSpine() {
    }

    /** @param fractured whether one vertebra is to be flattened */
    static SyntheticSpine draw(Random random, int thoracic, int lumbar, boolean fractured) {
        int chest = CERVICAL + thoracic;
        int last = chest + lumbar;
        int count = last + 2;
        double size = clamped(random, 1, 0.08, 0.82, 1.2);
        double neck = size * clamped(random, 1, 0.06, 0.88, 1.14);
        double loin = size * clamped(random, 1, 0.05, 0.9, 1.12);
        double discs = clamped(random, 1, 0.18, 0.65, 1.4);
        double deep = clamped(random, 1, 0.07, 0.86, 1.15);
        double bend = random.nextDouble() < 0.12 ? 0 : 1;
        double kyphosis = bend * clamped(random, 35, 13, 8, 75);
        double lordosis = bend * clamped(random, 42, 14, 4, 70);
        double cervical = bend * clamped(random, 12, 13, -20, 40);
        double[] height = new double[count];
        double[] depth = new double[count];
        double[] width = new double[count];
        double[] disc = new double[count];
        double[] tilt = new double[count];
        for (int i = 0; i < count; i++) {
            double down = Math.max(0, Math.min(1, (i - CERVICAL) / (thoracic - 1.0)));
            double low = Math.max(0, (i - chest) / (lumbar - 1.0));
            boolean sacral = i >= last;
            double h = i < CERVICAL ? neck * (12.2 + 0.35 * Math.max(0, i - 3)) : i < chest ? size * (15.2 + 7.2 * down)
                    : loin * (24.5 + 1.5 * low - 1.8 * low * low);
            double d = i < CERVICAL ? neck * (14.6 + 0.6 * i) : i < chest ? size * (17.8 + 14.5 * Math.pow(down, 0.8))
                    : loin * (33 + 1.5 * low);
            double between = i < CERVICAL ? neck * 5.4 : i < chest ? size * (4 + 2.6 * down * down) : loin * (7.6 + 3.2 * low);
            height[i] = (sacral ? loin * (i == last ? 29 : 22) : h) * clamped(random, 1, 0.04, 0.88, 1.12);
            depth[i] = deep * (sacral ? loin * (i == last ? 31 : 21) : d) * clamped(random, 1, 0.03, 0.9, 1.1);
            width[i] = deep * (i < CERVICAL ? neck * (16 + i) : i < chest ? size * (24 + 15 * down) : loin * 45);
            disc[i] = i == last ? loin * 2 : discs * between * clamped(random, 1, 0.15, 0.5, 1.5);
        }
        height[0] = neck * (15 + 6 * random.nextDouble());
        tilt[last] = bend * (20 + 0.45 * lordosis) + 4 * random.nextGaussian();
        for (int i = last - 1; i >= 0; i--) {
            double step = i >= chest - 1 ? -lordosis * weight(i - chest + 1, lumbar)
                    : i >= CERVICAL ? kyphosis / thoracic : -cervical / CERVICAL;
            tilt[i] = tilt[i + 1] + step + 1.2 * random.nextGaussian();
        }
        lieDown(tilt, height, 2.5 * random.nextGaussian());
        tilt[count - 1] = tilt[last] + 9;
        if (fractured) {
            height[CERVICAL + 2 + random.nextInt(thoracic + lumbar - 3)] *= 0.5 + 0.2 * random.nextDouble();
        }
        return new SyntheticSpine(height, depth, width, disc, tilt, random.nextDouble() < 0.15 ? 14 * random.nextDouble() : 2);
    }

    private static double weight(int step, int lumbar) {
        return (step + 1.0) * (step + 1) / ((lumbar + 1) * (lumbar + 2) * (2 * lumbar + 3) / 6.0);
    }

    /** The neck comes to lie above the sacrum, but for some degrees. */
    private static void lieDown(double[] tilt, double[] height, double rest) {
        double forward = 0;
        double up = 0;
        for (int i = 0; i < tilt.length - 2; i++) {
            forward += height[i] * Math.sin(Math.toRadians(tilt[i]));
            up += height[i] * Math.cos(Math.toRadians(tilt[i]));
        }
        double turn = rest - Math.toDegrees(Math.atan2(forward, up));
        for (int i = 0; i < tilt.length; i++) {
            tilt[i] += turn;
        }
    }

    private static double clamped(Random random, double mean, double sd, double low, double high) {
        return Math.max(low, Math.min(high, mean + sd * random.nextGaussian()));
    }
}

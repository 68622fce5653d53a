package spine.evaluate.internal.plot;

import java.util.List;

/** How many images have which Dice, in ten bars. */
public final class DiceHistogram {
    private static final double WIDTH = 320;
    private static final double HEIGHT = 240;
    private static final int BARS = 10;

    private DiceHistogram() {
    }

    /** @param dices 0 to 1, one per image that has the structure in truth */
    public static String of(String structure, List<Double> dices) {
        int[] counts = new int[BARS];
        dices.forEach(dice -> counts[Math.min(BARS - 1, (int) (dice * BARS))]++);
        int most = 1;
        StringBuilder words = new StringBuilder("Images by Dice, from 0.0 in steps of 0.1:");
        for (int count : counts) {
            most = Math.max(most, count);
            words.append(' ').append(count);
        }
        Axes axes = new Axes(new LinearScale(0, 1, Axes.LEFT, WIDTH - Axes.RIGHT),
                LinearScale.around(0, most, HEIGHT - Axes.BOTTOM, Axes.TOP));
        PlotCanvas svg = new PlotCanvas("dice-" + structure.replace(' ', '-'), WIDTH, HEIGHT, "Dice of " + structure, words + ".");
        axes.draw(svg, "Dice, " + structure, "images");
        for (int i = 0; i < BARS; i++) {
            double left = axes.x().at((double) i / BARS);
            svg.rectangle(left + 1, axes.y().at(counts[i]), axes.x().at((i + 1.0) / BARS) - left - 2,
                    axes.y().at(0) - axes.y().at(counts[i]), "bar");
        }
        return svg.markup();
    }
}

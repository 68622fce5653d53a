package spine.phantom.internal.shift.prior;

import spine.phantom.internal.core.random.SeededRandom;

/** The values from {@code low} to {@code high}, all equally likely. */
public record Range(double low, double high) {

    public double draw(SeededRandom random) {
        return random.uniform(low, high);
    }
}

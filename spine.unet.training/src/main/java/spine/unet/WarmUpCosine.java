package spine.unet;

import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Learning rate that rises linearly over the first steps and then falls along a half cosine to a hundredth of its peak.
 * Stored by class name in checkpoints.
 */
public final class WarmUpCosine implements ISchedule {
    private static final long serialVersionUID = 1L;
    private static final double FLOOR = 0.01;

    private final double peak;
    private final int warmUp;
    private final int steps;

    /**
     * @param peak highest rate, above 0
     * @param warmUp steps of the rise
     * @param steps steps in all, above {@code warmUp}
     */
    public WarmUpCosine(@JsonProperty("peak") double peak, @JsonProperty("warmUp") int warmUp, @JsonProperty("steps") int steps) {
        this.peak = peak;
        this.warmUp = warmUp;
        this.steps = steps;
    }

    @JsonProperty("peak")
    public double peak() {
        return peak;
    }

    @JsonProperty("warmUp")
    public int warmUp() {
        return warmUp;
    }

    @JsonProperty("steps")
    public int steps() {
        return steps;
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        if (iteration < warmUp) {
            return peak * (iteration + 1) / warmUp;
        }
        double done = Math.min(1, (iteration - warmUp) / (double) Math.max(1, steps - warmUp));
        return peak * (FLOOR + (1 - FLOOR) * 0.5 * (1 + Math.cos(Math.PI * done)));
    }

    @Override
    public ISchedule clone() {
        return new WarmUpCosine(peak, warmUp, steps);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WarmUpCosine that && peak == that.peak && warmUp == that.warmUp && steps == that.steps;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(peak) * 31 + warmUp * 17 + steps;
    }
}

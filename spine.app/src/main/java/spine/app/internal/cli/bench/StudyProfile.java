package spine.app.internal.cli.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The cost of one study by step. Each step takes what was used since the step before it ended, so that nothing is left out. Safe for use by
 * many threads, one after another.
 */
final class StudyProfile {
    private final Supplier<Cost> meter;
    private final Map<Step, Cost> steps = new EnumMap<>(Step.class);
    private Cost last;

    /** @param meter the costs until now, as {@link ProcessMeter#now} */
    StudyProfile(Supplier<Cost> meter) {
        this.meter = meter;
        this.last = meter.get();
    }

    /** The step has ended; what was used since the end of the one before is added to its cost. */
    synchronized void ended(Step step) {
        Cost now = meter.get();
        steps.merge(step, now.minus(last), Cost::plus);
        last = now;
    }

    /** Zero for a step that never ended. */
    synchronized Cost of(Step step) {
        return steps.getOrDefault(step, Cost.NONE);
    }

    synchronized Cost total() {
        return steps.values().stream().reduce(Cost.NONE, Cost::plus);
    }
}

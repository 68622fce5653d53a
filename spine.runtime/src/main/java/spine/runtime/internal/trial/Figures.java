package spine.runtime.internal.trial;

import java.util.List;
import java.util.Map;

import spine.api.Cancellation;
import spine.api.training.AnnotatedStack;

/** Measures the answers of one model to studies whose truth is known. For one thread. */
interface Figures {

    /** @param stacks of one study */
    void add(List<AnnotatedStack> stacks, Cancellation cancellation);

    /** What was measured, by its name and in a fixed order; NaN where nothing was to be measured. */
    Map<String, Double> values();
}

package spine.itest;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;

/** Passes the self-test, and does not come back any more from a given moment on. */
public final class HangingModel extends TrialModel {
    static final String VERSION = "90.0.0";
    /** System property: from now on. */
    static final String HANGS = "it.hangs";

    @Override
    public ClassProbabilities segment(SliceStack stack, Progress progress, Cancellation cancellation) {
        if (System.getProperty(HANGS) != null) {
            HangingActivator.Forever.hang();
        }
        return super.segment(stack, progress, cancellation);
    }
}

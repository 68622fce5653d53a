package spine.itest;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;

/** Does not pass the self-test. */
public final class MuteModel extends TrialModel {
    static final String VERSION = "81.0.0";

    @Override
    public ClassProbabilities segment(SliceStack stack, Progress progress, Cancellation cancellation) {
        return null;
    }
}

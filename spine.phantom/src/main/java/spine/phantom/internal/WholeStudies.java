package spine.phantom.internal;

import java.util.List;
import java.util.Objects;
import spine.api.image.LabelMap;
import spine.api.model.ModelRole;
import spine.api.training.AnnotatedStack;
import spine.api.training.TrainingCases;
import spine.phantom.internal.core.truth.VisibleOedema;
import spine.phantom.internal.standard.study.PhantomStudy;

/** Whole studies of the standard profile with their visible oedema, rendered when asked for. */
final class WholeStudies implements TrainingCases {
    private final int size;
    private final long seed;

    /** @param size number of patients, above 0 */
    WholeStudies(int size, long seed) {
        if (size <= 0) {
            throw new IllegalArgumentException("the number of patients must be above 0, got " + size);
        }
        this.size = size;
        this.seed = seed;
    }

    @Override
    public String description() {
        return size + " synthetic whole-spine STIR studies (spine.phantom, seed " + seed + ")";
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<AnnotatedStack> patient(int patient, String role) {
        Objects.checkIndex(patient, size);
        if (!ModelRole.OEDEMA.equals(role)) {
            throw new IllegalArgumentException("no truth for the role " + role);
        }
        return new PhantomStudy(seed + patient).stir().stream()
                .map(scan -> new AnnotatedStack(scan.stack(), new LabelMap(ModelRole.OEDEMA_CLASSES, VisibleOedema.of(scan).oedema())))
                .toList();
    }
}

package spine.phantom;

import java.util.List;
import java.util.Objects;
import spine.api.image.LabelMap;
import spine.api.model.ModelRole;
import spine.api.training.AnnotatedStack;
import spine.api.training.TrainingCases;
import spine.phantom.internal.core.truth.VisibleOedema;
import spine.phantom.internal.standard.study.PhantomStudy;

/**
 * Synthetic whole-spine STIR patients with truth, rendered when asked for. Patient {@code i} is the study of
 * seed {@code seed + i}, of which each stack is cut to five slices. Safe for use by many threads.
 */
public final class PhantomCases implements TrainingCases {
    private final int size;
    private final long seed;

    /**
     * @param size number of patients, above 0
     * @param seed decides them all
     */
    public PhantomCases(int size, long seed) {
        if (size <= 0) {
            throw new IllegalArgumentException("the number of patients must be above 0, got " + size);
        }
        this.size = size;
        this.seed = seed;
    }

    @Override
    public String description() {
        return size + " synthetic whole-spine STIR studies, five slices of each stack (spine.phantom, seed " + seed + ")";
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<AnnotatedStack> patient(int patient, String role) {
        Objects.checkIndex(patient, size);
        boolean oedema = ModelRole.OEDEMA.equals(role);
        if (!oedema && !ModelRole.ANATOMY.equals(role)) {
            throw new IllegalArgumentException("no truth for the role " + role);
        }
        List<String> classes = oedema ? ModelRole.OEDEMA_CLASSES : ModelRole.ANATOMY_CLASSES;
        return new Excerpt(new PhantomStudy(seed + patient)).scans().stream()
                .map(scan -> new AnnotatedStack(scan.stack(),
                        new LabelMap(classes, oedema ? VisibleOedema.of(scan).oedema() : scan.anatomy())))
                .toList();
    }
}

package spine.phantom;

import java.util.List;
import java.util.Objects;
import spine.api.image.LabelMap;
import spine.api.model.ModelRole;
import spine.api.training.AnnotatedStack;
import spine.api.training.TrainingCases;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.truth.VisibleOedema;
import spine.phantom.internal.standard.lesion.Cohort;
import spine.phantom.internal.standard.scan.Contrast;
import spine.phantom.internal.standard.study.PhantomStudy;

/**
 * Synthetic whole-spine patients with truth, rendered when asked for; inflammation is more frequent among them than in a clinic. Patient
 * {@code i} is the study of seed {@code seed + i}, of which each stack is cut to five slices. Safe for use by many threads.
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
        return size + " synthetic whole-spine studies, five slices of each stack, mostly STIR, some of other contrasts"
                + " (spine.phantom, seed " + seed + ")";
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
        return oedema ? oedema(new PhantomStudy(seed + patient, Cohort.TRAINING))
                : anatomy(new PhantomStudy(seed + patient, Cohort.FLORID));
    }

    private static List<AnnotatedStack> oedema(PhantomStudy study) {
        return scans(study, TrainingView.ofOedema(study.seed())).stream()
                .map(scan -> annotated(scan, ModelRole.OEDEMA_CLASSES, VisibleOedema.of(scan).oedema())).toList();
    }

    /** Anatomy looks much the same in any contrast, and what is no spine has none. */
    private static List<AnnotatedStack> anatomy(PhantomStudy study) {
        TrainingView view = TrainingView.ofAnatomy(study.seed());
        if (view == TrainingView.ELSEWHERE) {
            Scan scan = study.elsewhere();
            byte[][] none = new byte[scan.anatomy().length][scan.anatomy()[0].length];
            return List.of(annotated(scan, ModelRole.ANATOMY_CLASSES, none));
        }
        return scans(study, view).stream().map(scan -> annotated(scan, ModelRole.ANATOMY_CLASSES, scan.anatomy())).toList();
    }

    private static List<Scan> scans(PhantomStudy study, TrainingView view) {
        List<Grid> grids = new Excerpt(study).grids();
        return switch (view) {
            case T1 -> study.of(Contrast.T1, grids);
            case T2 -> study.of(Contrast.T2, grids);
            case WATER -> study.of(Contrast.WATER, grids);
            default -> study.stir(grids);
        };
    }

    private static AnnotatedStack annotated(Scan scan, List<String> classes, byte[][] labels) {
        return new AnnotatedStack(scan.stack(), new LabelMap(classes, labels));
    }
}

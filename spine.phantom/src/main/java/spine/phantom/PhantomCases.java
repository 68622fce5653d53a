package spine.phantom;

import java.util.List;
import java.util.Objects;
import spine.api.image.LabelMap;
import spine.api.model.ModelRole;
import spine.api.training.AnnotatedStack;
import spine.api.training.TrainingCases;
import spine.phantom.internal.core.random.SeededRandom;
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
    /** Share of the patients of the anatomy model whose images show no sagittal spine. */
    private static final double ELSEWHERE = 0.06;
    /** Share of the patients of the oedema model whose fat is not suppressed at all. */
    private static final double UNSUPPRESSED = 0.08;
    /** Shares of STIR and of the contrasts of {@link Contrast} among the others. */
    private static final double[] CONTRASTS = {0.62, 0.12, 0.14, 0.12};

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
        PhantomStudy study = new PhantomStudy(seed + patient, Cohort.TRAINING);
        return oedema ? oedema(study) : anatomy(study);
    }

    private static List<AnnotatedStack> oedema(PhantomStudy study) {
        List<Grid> grids = new Excerpt(study).grids();
        boolean unsuppressed = new SeededRandom(study.seed()).child("contrast").chance(UNSUPPRESSED);
        return (unsuppressed ? study.of(Contrast.T2, grids) : study.stir(grids)).stream()
                .map(scan -> annotated(scan, ModelRole.OEDEMA_CLASSES, VisibleOedema.of(scan).oedema())).toList();
    }

    /** Anatomy looks much the same in any contrast, and what is no spine has none. */
    private static List<AnnotatedStack> anatomy(PhantomStudy study) {
        SeededRandom draw = new SeededRandom(study.seed()).child("contrast");
        if (draw.chance(ELSEWHERE)) {
            Scan scan = study.elsewhere();
            byte[][] none = new byte[scan.anatomy().length][scan.anatomy()[0].length];
            return List.of(annotated(scan, ModelRole.ANATOMY_CLASSES, none));
        }
        List<Grid> grids = new Excerpt(study).grids();
        List<Scan> scans = switch (draw.weighted(CONTRASTS)) {
            case 0 -> study.stir(grids);
            case 1 -> study.of(Contrast.T1, grids);
            case 2 -> study.of(Contrast.T2, grids);
            default -> study.of(Contrast.WATER, grids);
        };
        return scans.stream().map(scan -> annotated(scan, ModelRole.ANATOMY_CLASSES, scan.anatomy())).toList();
    }

    private static AnnotatedStack annotated(Scan scan, List<String> classes, byte[][] labels) {
        return new AnnotatedStack(scan.stack(), new LabelMap(classes, labels));
    }
}

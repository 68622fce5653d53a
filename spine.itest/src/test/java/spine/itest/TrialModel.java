package spine.itest;

import java.util.Arrays;
import java.util.Map;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;

/** An oedema model that finds nothing; goes into small bundles, in several kinds whose versions are constants of theirs. */
public abstract class TrialModel implements SegmentationModel {
    static final String ID = "trial.model";
    /** As on its card; there are none. */
    private static final String WEIGHTS = "0".repeat(64);

    static String version(Class<? extends TrialModel> model) {
        try {
            return (String) model.getDeclaredField("VERSION").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ModelCard card() {
        return new ModelCard(ID, version(getClass()), ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES, Map.of(), 0.5, "",
                Map.of(), "", WEIGHTS);
    }

    @Override
    public ClassProbabilities segment(SliceStack stack, Progress progress, Cancellation cancellation) {
        byte[][][] maps = new byte[ModelRole.OEDEMA_CLASSES.size()][stack.slices().size()][stack.rows() * stack.columns()];
        for (byte[] slice : maps[0]) {
            Arrays.fill(slice, (byte) 255);
        }
        return new ClassProbabilities(ModelRole.OEDEMA_CLASSES, maps);
    }
}

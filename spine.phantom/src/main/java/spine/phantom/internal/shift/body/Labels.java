package spine.phantom.internal.shift.body;

import spine.api.model.ModelRole;
import spine.phantom.internal.spine.Levels;

/** Indices of the anatomy classes. */
public final class Labels {
    public static final int DISC = ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.DISC);
    public static final int CANAL = ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.CANAL);
    static final int SACRUM = ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.SACRUM);
    private static final int C2 = ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.C2);
    private static final int S1 = ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.S1);
    private static final int VERTEBRA = ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.VERTEBRA);

    private Labels() {
    }

    static int vertebra(int index) {
        return index == 0 ? C2 : index < Levels.S1 ? VERTEBRA : index == Levels.S1 ? S1 : SACRUM;
    }
}

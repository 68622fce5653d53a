package spine.phantom.internal.body;

import spine.api.model.ModelRole;

/** Indices of the anatomy classes. */
final class Anatomy {
    static final int VERTEBRA = ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.VERTEBRA);
    static final int DISC = ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.DISC);
    static final int C2 = ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.C2);
    static final int S1 = ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.S1);
    static final int SACRUM = ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.SACRUM);
    static final int CANAL = ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.CANAL);

    private Anatomy() {
    }

    static int ofVertebra(int index) {
        return index == 0 ? C2 : index < spine.phantom.internal.spine.Levels.S1 ? VERTEBRA
                : index == spine.phantom.internal.spine.Levels.S1 ? S1 : SACRUM;
    }
}

package spine.phantom.internal.core.geometry;

import spine.api.model.ModelRole;

/** Indices into {@link ModelRole#ANATOMY_CLASSES}. */
public final class AnatomyClasses {
    public static final int VERTEBRA = ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.VERTEBRA);
    public static final int DISC = ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.DISC);
    public static final int C2 = ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.C2);
    public static final int S1 = ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.S1);
    public static final int SACRUM = ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.SACRUM);
    public static final int CANAL = ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.CANAL);

    private AnatomyClasses() {
    }

    /** The class of a vertebra of the usual spine, C2 being 0. */
    public static int ofVertebra(int index) {
        return ofVertebra(index, Levels.S1);
    }

    /**
     * The class of a vertebra.
     *
     * @param index C2 is 0
     * @param s1 index of S1
     */
    public static int ofVertebra(int index, int s1) {
        return index == 0 ? C2 : index < s1 ? VERTEBRA : index == s1 ? S1 : SACRUM;
    }
}

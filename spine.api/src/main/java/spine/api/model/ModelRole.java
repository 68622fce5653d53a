package spine.api.model;

import java.util.List;

/** The two roles of the pipeline and the class names that give their output a meaning. */
public final class ModelRole {

    /** Vertebral bodies and discs. */
    public static final String ANATOMY = "vbivd";

    /** Bone-marrow oedema. */
    public static final String OEDEMA = "bmo";

    public static final String BACKGROUND = "background";
    /** Body of C3 to L5. */
    public static final String VERTEBRA = "vertebra";
    /** Intervertebral disc C2/3 to L5/S1. */
    public static final String DISC = "disc";
    /** Body of C2 with the dens. */
    public static final String C2 = "c2";
    /** Body of S1. */
    public static final String S1 = "s1";
    /** Sacrum below S1. */
    public static final String SACRUM = "sacrum";
    /** Spinal canal: cerebrospinal fluid and cord. */
    public static final String CANAL = "canal";
    /** Bone-marrow oedema. */
    public static final String LESION = "oedema";

    /** Classes of an anatomy model, in the order of the shipped one. */
    public static final List<String> ANATOMY_CLASSES = List.of(BACKGROUND, VERTEBRA, DISC, C2, S1, SACRUM, CANAL);

    /** Classes of an oedema model, in the order of the shipped one. */
    public static final List<String> OEDEMA_CLASSES = List.of(BACKGROUND, LESION);

    private ModelRole() {
    }
}

package spine.anatomy.internal.classmap;

import java.util.List;
import java.util.Map;
import spine.api.model.ModelRole;

/** Codes of the classes of an anatomy model; a model's classes are matched by name. */
public final class TissueClass {
    static final byte NONE = 0;
    public static final byte BODY = 1;
    public static final byte DISC = 2;
    public static final byte C2 = 3;
    public static final byte S1 = 4;
    public static final byte SACRUM = 5;
    public static final byte CANAL = 6;
    public static final int COUNT = 7;

    private static final Map<String, Byte> CODES = Map.of(ModelRole.VERTEBRA, BODY, ModelRole.DISC, DISC, ModelRole.C2, C2,
            ModelRole.S1, S1, ModelRole.SACRUM, SACRUM, ModelRole.CANAL, CANAL);

    private TissueClass() {
    }

    /** The code of every class of a model; a class without meaning here counts as background. */
    static byte[] codesOf(List<String> classes) {
        byte[] codes = new byte[classes.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = CODES.getOrDefault(classes.get(i), NONE);
        }
        return codes;
    }
}

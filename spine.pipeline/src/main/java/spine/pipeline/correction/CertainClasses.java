package spine.pipeline.correction;

import java.util.ArrayList;
import java.util.List;

import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.ClassProbabilities;
import spine.api.model.ModelRole;

/** Masks in the form of an anatomy model's answer that leaves no doubt. */
final class CertainClasses {
    private static final byte CERTAIN = (byte) 255;

    private CertainClasses() {
    }

    /**
     * @param spine has the spinal canal
     * @param structures by stack; a pixel of the canal that is a structure too is one of the structure
     */
    static List<ClassProbabilities> of(SpineAnatomy spine, List<byte[][]> structures) {
        List<ClassProbabilities> maps = new ArrayList<>();
        for (int stack = 0; stack < structures.size(); stack++) {
            maps.add(of(spine.stacks().get(stack).canal(), structures.get(stack)));
        }
        return maps;
    }

    private static ClassProbabilities of(byte[][] canal, byte[][] structures) {
        List<String> classes = ModelRole.ANATOMY_CLASSES;
        byte[][][] maps = new byte[classes.size()][structures.length][];
        for (int slice = 0; slice < structures.length; slice++) {
            for (byte[][] map : maps) {
                map[slice] = new byte[structures[slice].length];
            }
            for (int i = 0; i < structures[slice].length; i++) {
                byte code = structures[slice][i];
                String name = code != 0 ? name(code) : canal[slice][i] != 0 ? ModelRole.CANAL : ModelRole.BACKGROUND;
                maps[classes.indexOf(name)][slice][i] = CERTAIN;
            }
        }
        return new ClassProbabilities(classes, maps);
    }

    private static String name(byte code) {
        if (!StackAnatomy.isBody(code)) {
            return ModelRole.DISC;
        }
        return switch (Vertebra.ofCode(code)) {
            case C2 -> ModelRole.C2;
            case S1 -> ModelRole.S1;
            default -> ModelRole.VERTEBRA;
        };
    }
}

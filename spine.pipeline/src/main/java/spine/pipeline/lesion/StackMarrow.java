package spine.pipeline.lesion;

import java.util.List;
import java.util.Optional;

import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.anatomy.VertebralBody;
import spine.api.image.ClassProbabilities;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.api.model.ModelRole;
import spine.api.score.MarrowContrast;

/** The marrow of one stack: signal, structures and the oedema model's answer, and what of it is normal. For one thread. */
final class StackMarrow {
    private final SliceStack stack;
    private final StackAnatomy anatomy;
    private final ClassProbabilities oedema;
    private final int lesionClass;
    private final byte[][] normal;

    /** @param candidates everything in the stack that may be a lesion, which is not normal then */
    StackMarrow(SliceStack stack, StackAnatomy anatomy, ClassProbabilities oedema, List<List<SliceRegion>> candidates) {
        this.stack = stack;
        this.anatomy = anatomy;
        this.oedema = oedema;
        this.lesionClass = oedema.indexOf(ModelRole.LESION);
        this.normal = new byte[stack.slices().size()][];
        for (List<SliceRegion> candidate : candidates) {
            for (SliceRegion region : candidate) {
                byte[] mask = normalOn(region.slice());
                for (int pixel : region.pixels()) {
                    mask[pixel] = 0;
                }
            }
        }
    }

    SliceStack stack() {
        return stack;
    }

    Slice slice(int index) {
        return stack.slices().get(index);
    }

    byte structure(int slice, int pixel) {
        return anatomy.structures()[slice][pixel];
    }

    /** 0..1 */
    double probability(int slice, int pixel) {
        return oedema.at(lesionClass, slice, pixel);
    }

    /** Unsigned, 255 means 1; read only. */
    byte[] probabilities(int slice) {
        return oedema.map(lesionClass, slice);
    }

    double signal(int slice, int pixel) {
        return slice(slice).pixels()[pixel];
    }

    /** Patient LPS, mm. */
    Vec3 point(int slice, int pixel) {
        return slice(slice).plane().toPatient(pixel % stack.columns(), pixel / stack.columns());
    }

    /** The vertebra whose body has the pixel. */
    Vertebra vertebra(int slice, int pixel) {
        return Vertebra.ofCode(structure(slice, pixel));
    }

    Optional<VertebralBody> body(Vertebra level) {
        return anatomy.body(level);
    }

    /** The normal marrow around the region; empty if there is too little. */
    Optional<MarrowContrast.Normal> normal(SliceRegion region) {
        return new MarrowContrast(slice(region.slice()), normalOn(region.slice())).normal(region.pixels());
    }

    /** Whether the pixel belongs to a candidate lesion. */
    boolean atCandidate(int slice, int pixel) {
        return StackAnatomy.isBody(structure(slice, pixel)) && normalOn(slice)[pixel] == 0;
    }

    private byte[] normalOn(int slice) {
        if (normal[slice] == null) {
            byte[] structures = anatomy.structures()[slice];
            byte[] mask = new byte[structures.length];
            for (int i = 0; i < mask.length; i++) {
                mask[i] = (byte) (StackAnatomy.isBody(structures[i]) ? 1 : 0);
            }
            normal[slice] = mask;
        }
        return normal[slice];
    }
}

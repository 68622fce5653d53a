package spine.evaluate.internal.insertion;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.report.ScoringResult;
import spine.evaluate.internal.partial.KnownLesion;
import spine.evaluate.internal.partial.OutlinedStructure;
import spine.evaluate.internal.partial.PartialTruth;
import spine.evaluate.internal.study.ImageMasks;

/**
 * The study that lesions are put into.
 *
 * @param study its images
 * @param name of the case
 * @param group of the case; may be empty
 * @param bodies its outlined bodies, stack by stack, from head to foot
 * @param outlined whether somebody outlined them; false: the platform's own model
 * @param lesions those it has already
 */
record BaseStudy(Study study, String name, String group, List<BodyOutline> bodies, boolean outlined, List<KnownLesion> lesions) {

    static BaseStudy of(Study study, PartialTruth truth) {
        List<BodyOutline> bodies = new ArrayList<>();
        for (int stack = 0; stack < study.stacks().size(); stack++) {
            List<Slice> slices = study.stacks().get(stack).slices();
            List<BodyOutline> found = new ArrayList<>();
            for (OutlinedStructure body : truth.bodies()) {
                BitSet[] pixels = slices.stream().map(slice -> body.masks().on(slice.sopInstanceUid())).toArray(BitSet[]::new);
                add(found, Vertebra.of(body.name()), stack, pixels);
            }
            found.sort((a, b) -> a.level().compareTo(b.level()));
            bodies.addAll(found);
        }
        return new BaseStudy(study, truth.name(), truth.group(), bodies, true, truth.lesions());
    }

    static BaseStudy of(Study study, String name, ScoringResult result) {
        List<BodyOutline> bodies = new ArrayList<>();
        for (int stack = 0; stack < study.stacks().size(); stack++) {
            byte[][] structures = result.anatomy().stacks().get(stack).structures();
            for (Vertebra level : Vertebra.values()) {
                BitSet[] pixels = new BitSet[structures.length];
                for (int slice = 0; slice < pixels.length; slice++) {
                    pixels[slice] = pixels(structures[slice], StackAnatomy.bodyCode(level));
                }
                add(bodies, level, stack, pixels);
            }
        }
        ImageMasks oedema = new ImageMasks();
        for (int stack = 0; stack < study.stacks().size(); stack++) {
            byte[][] lesions = result.lesions().get(stack).lesion();
            for (int slice = 0; slice < lesions.length; slice++) {
                oedema.add(study.stacks().get(stack).slices().get(slice).sopInstanceUid(), pixels(lesions[slice], (byte) 1));
            }
        }
        return new BaseStudy(study, name, "", bodies, false, oedema.isEmpty() ? List.of()
                : List.of(new KnownLesion(Optional.empty(), "", "", Double.NaN, oedema)));
    }

    private static BitSet pixels(byte[] map, byte value) {
        BitSet pixels = new BitSet();
        for (int i = 0; i < map.length; i++) {
            pixels.set(i, map[i] == value);
        }
        return pixels;
    }

    private static void add(List<BodyOutline> bodies, Vertebra level, int stack, BitSet[] pixels) {
        for (BitSet slice : pixels) {
            if (!slice.isEmpty()) {
                bodies.add(new BodyOutline(level, stack, pixels));
                return;
            }
        }
    }

    SliceStack stack(BodyOutline body) {
        return study.stacks().get(body.stack());
    }

    /** The nearest body above (negative) or below in the same stack, if it is the next one. */
    Optional<BodyOutline> neighbour(BodyOutline body, int step) {
        int at = bodies.indexOf(body) + step;
        return at >= 0 && at < bodies.size() && bodies.get(at).stack() == body.stack() ? Optional.of(bodies.get(at)) : Optional.empty();
    }

    /** Whether the body has, or may have, a lesion already. */
    boolean affected(BodyOutline body) {
        for (KnownLesion lesion : lesions) {
            if (lesion.concerns(body.level().name())) {
                return true;
            }
            List<Slice> slices = stack(body).slices();
            for (int slice = 0; slice < slices.size(); slice++) {
                if (lesion.masks().on(slices.get(slice).sopInstanceUid()).intersects(body.slices()[slice])) {
                    return true;
                }
            }
        }
        return false;
    }
}

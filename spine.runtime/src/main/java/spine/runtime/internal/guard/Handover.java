package spine.runtime.internal.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.ClassProbabilities;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.report.ScoringResult;
import spine.api.score.LesionMap;
import spine.api.score.ScoringInput;

/**
 * What goes to a provider for one question, and what comes back. The values of {@code spine.api} are immutable but for the arrays of
 * images, masks and maps. Foreign code gets arrays of its own, and its answer is copied: so it may keep and change, now or on a thread of
 * its own, whatever it was given and whatever it gave, and nobody else sees that. The platform's own code shares the arrays. For one
 * thread.
 */
final class Handover {
    private final boolean copies;
    private final List<float[][]> pixels = new ArrayList<>();
    private final List<byte[][]> masks = new ArrayList<>();

    /** @param foreign whether the provider is not the platform's own code */
    Handover(boolean foreign) {
        this.copies = foreign;
    }

    Study of(Study study) {
        return copies ? new Study(study.studyInstanceUid(), study.stacks().stream().map(this::of).toList(), study.notes(), study.label())
                : study;
    }

    SliceStack of(SliceStack stack) {
        return copies ? new SliceStack(stack.seriesInstanceUid(), stack.frameOfReferenceUid(), stack.description(), stack.acquisition(),
                stack.slices().stream().map(this::of).toList()) : stack;
    }

    private Slice of(Slice slice) {
        return new Slice(slice.sopInstanceUid(), slice.sopClassUid(), slice.plane(), slice.rows(), slice.columns(), copy(slice.pixels()),
                slice.source());
    }

    SpineAnatomy of(SpineAnatomy anatomy) {
        return copies ? new SpineAnatomy(anatomy.stacks().stream().map(this::of).toList(), anatomy.variant(), anatomy.units(),
                anatomy.nameConfidence(), anatomy.noSpine(), anatomy.notes(), anatomy.warnings()) : anatomy;
    }

    private StackAnatomy of(StackAnatomy stack) {
        return new StackAnatomy(copy(stack.structures()), copy(stack.canal()), stack.bodies(), stack.discs());
    }

    List<ClassProbabilities> of(List<ClassProbabilities> maps) {
        return copies ? maps.stream().map(this::of).toList() : maps;
    }

    ClassProbabilities of(ClassProbabilities maps) {
        if (!copies) {
            return maps;
        }
        byte[][][] own = new byte[maps.classes().size()][][];
        try {
            for (int c = 0; c < own.length; c++) {
                own[c] = new byte[maps.slices()][];
                for (int slice = 0; slice < own[c].length; slice++) {
                    own[c][slice] = copy(maps.map(c, slice));
                }
            }
        } catch (ArrayIndexOutOfBoundsException | NullPointerException incomplete) {
            Arrays.fill(own, new byte[0][]);    // which its contract refuses
        }
        return new ClassProbabilities(maps.classes(), own);
    }

    ScoringInput of(ScoringInput input) {
        return copies ? new ScoringInput(of(input.study()), of(input.anatomy()), lesions(input.lesions())) : input;
    }

    ScoringResult of(ScoringResult result) {
        return copies ? new ScoringResult(of(result.study()), result.models(), of(result.anatomy()), lesions(result.lesions()),
                result.images(), result.findings(), result.scores(), result.intervals(), result.warnings(), result.timing(),
                result.engines(), result.settings(), result.failures(), result.correction()) : result;
    }

    private List<LesionMap> lesions(List<LesionMap> maps) {
        return maps.stream().map(map -> new LesionMap(copy(map.lesion()))).toList();
    }

    /** Whether what was handed over still is what it was copied from. */
    boolean unchanged() {
        return pixels.stream().allMatch(pair -> Arrays.equals(pair[0], pair[1]))
                && masks.stream().allMatch(pair -> Arrays.equals(pair[0], pair[1]));
    }

    private float[] copy(float[] values) {
        float[] own = values.clone();
        pixels.add(new float[][] {values, own});
        return own;
    }

    /** An answer may lack arrays, which its contract refuses. */
    private byte[][] copy(byte[][] slices) {
        return slices == null ? null : Arrays.stream(slices).map(this::copy).toArray(byte[][]::new);
    }

    private byte[] copy(byte[] values) {
        if (values == null) {
            return null;
        }
        byte[] own = values.clone();
        masks.add(new byte[][] {values, own});
        return own;
    }
}

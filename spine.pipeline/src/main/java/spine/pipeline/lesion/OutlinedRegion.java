package spine.pipeline.lesion;

import java.util.List;

import spine.api.anatomy.Vertebra;

/**
 * Connected pixels of oedema in one body of one stack.
 *
 * @param stack index of the stack
 * @param vertebra the body
 * @param slices by slice, ascending; at least one
 */
public record OutlinedRegion(int stack, Vertebra vertebra, List<SliceRegion> slices) {

    public OutlinedRegion {
        slices = List.copyOf(slices);
    }

    /** Number of its pixels over all slices. */
    public int size() {
        return slices.stream().mapToInt(slice -> slice.pixels().length).sum();
    }
}

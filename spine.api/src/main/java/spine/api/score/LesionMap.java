package spine.api.score;

import spine.api.image.SliceStack;

/**
 * Oedema of one stack after gating: only pixels inside vertebral bodies, of patches large enough to count. Arrays are
 * shared, not copied: nobody may write to them.
 *
 * @param lesion {@code [slice][row * columns + column]}: 1 where there is oedema, else 0
 */
public record LesionMap(byte[][] lesion) {

    /** A map without any oedema. */
    public static LesionMap none(SliceStack stack) {
        return new LesionMap(stack.slices().stream().map(slice -> new byte[slice.rows() * slice.columns()]).toArray(byte[][]::new));
    }
}

package spine.api.image;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The part of a stack that somebody wants to know about.
 *
 * @param boxes one per slice, in their order; {@link PixelBox#NONE} for a slice of which nothing is wanted
 */
public record StackRegion(List<PixelBox> boxes) {

    public StackRegion {
        boxes = List.copyOf(boxes);
    }

    /** Looks at the pixels of one slice. */
    @FunctionalInterface
    public interface SlicePixels {

        /** @return tells of each pixel, {@code row * columns + column}, whether it is wanted */
        IntPredicate of(int slice);
    }

    /** Every pixel of every slice. */
    public static StackRegion whole(SliceStack stack) {
        PixelBox all = new PixelBox(0, 0, stack.rows(), stack.columns());
        return new StackRegion(stack.slices().stream().map(slice -> all).toList());
    }

    /** On each slice the smallest rectangle around the pixels that are wanted. */
    public static StackRegion around(SliceStack stack, SlicePixels wanted) {
        return new StackRegion(IntStream.range(0, stack.slices().size())
                .mapToObj(slice -> box(stack.rows(), stack.columns(), wanted.of(slice))).toList());
    }

    private static PixelBox box(int rows, int columns, IntPredicate wanted) {
        int top = rows;
        int bottom = -1;
        int left = columns;
        int right = -1;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (wanted.test(row * columns + column)) {
                    top = Math.min(top, row);
                    bottom = row;
                    left = Math.min(left, column);
                    right = Math.max(right, column);
                }
            }
        }
        return bottom < 0 ? PixelBox.NONE : new PixelBox(top, left, bottom - top + 1, right - left + 1);
    }
}

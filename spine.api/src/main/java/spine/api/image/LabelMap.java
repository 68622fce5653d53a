package spine.api.image;

import java.util.List;

/**
 * One class index per pixel on the grid of a {@link SliceStack}. Arrays are shared, not copied: nobody may write to
 * them after construction.
 *
 * @param classes names of the classes; index 0 is {@code background}
 * @param labels {@code [slice][row * columns + column]}, values in {@code 0..classes.size()-1}
 */
public record LabelMap(List<String> classes, byte[][] labels) {

    public LabelMap {
        classes = List.copyOf(classes);
    }
}

package spine.unet.internal.inference;

import java.util.Arrays;
import java.util.List;
import spine.api.image.PixelBox;
import spine.api.image.SliceStack;
import spine.api.image.StackRegion;
import spine.unet.preprocessing.InputRecipe;
import spine.unet.preprocessing.Resampling;
import spine.unet.preprocessing.SliceOrientation;

/**
 * The class maps of a stack on its own grid, filled in slice by slice; background where nothing was filled in. Slices may be filled by many
 * threads.
 */
public final class StackMaps {
    private final SliceOrientation orientation;
    private final Resampling back;
    private final byte[][][] quantised;

    /**
     * @param recipe by which the stack was prepared
     * @param classes number of classes, background included
     */
    public StackMaps(SliceStack stack, InputRecipe recipe, int classes) {
        this.orientation = SliceOrientation.of(stack);
        this.back = recipe.resampling(stack).inverse();
        this.quantised = new byte[classes][stack.slices().size()][stack.rows() * stack.columns()];
        for (byte[] background : quantised[0]) {
            Arrays.fill(background, (byte) 255);
        }
    }

    /** What has to be known on the grid of the prepared stack, by slice, so that the maps are right in the region. */
    public List<PixelBox> needed(StackRegion region) {
        return region.boxes().stream().map(box -> back.inputOf(orientation.turned(box))).toList();
    }

    /** Takes the answer for one slice: every pixel that it determines and that is not background as the maps are anyway. */
    void put(int slice, WindowProbabilities probabilities) {
        PixelBox determined = back.outputOf(probabilities.window());
        for (int c = 0; c < probabilities.classes(); c++) {
            for (PixelBox extent : probabilities.extents(c)) {
                PixelBox box = back.reachOf(extent).intersection(determined);
                put(quantised[c][slice], box, back.apply(probabilities.planes()[c], probabilities.window(), box));
            }
        }
    }

    private void put(byte[] map, PixelBox box, float[] values) {
        for (int row = 0, pixel = 0; row < box.rows(); row++) {
            int to = orientation.storedIndex(box.top() + row, box.left());
            for (int column = 0; column < box.columns(); column++, pixel++, to += orientation.columnStep()) {
                map[to] = (byte) (255 * Math.max(0, Math.min(1, values[pixel])) + 0.5f);
            }
        }
    }

    /** {@code [class][slice][pixel]}, multiples of 1/255. Not to be called before all slices are filled in. */
    public byte[][][] quantised() {
        return quantised;
    }
}

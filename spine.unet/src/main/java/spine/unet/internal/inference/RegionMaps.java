package spine.unet.internal.inference;

import java.util.Arrays;
import java.util.List;
import spine.api.image.PixelBox;
import spine.api.image.SliceStack;
import spine.api.image.StackRegion;
import spine.unet.preprocessing.InputRecipe;
import spine.unet.preprocessing.Resampling;
import spine.unet.preprocessing.SliceOrientation;

/** The class maps of a stack on its own grid, filled in slice by slice; background outside of a region. Slices may be filled by many threads. */
public final class RegionMaps {
    private final SliceOrientation orientation;
    private final Resampling back;
    private final List<PixelBox> turned;
    private final byte[][][] quantised;

    /**
     * @param recipe by which the stack was prepared
     * @param region where answers are wanted
     * @param classes number of classes, background included
     */
    public RegionMaps(SliceStack stack, InputRecipe recipe, StackRegion region, int classes) {
        this.orientation = SliceOrientation.of(stack);
        this.back = recipe.resampling(stack).inverse();
        this.turned = region.boxes().stream().map(orientation::turned).toList();
        this.quantised = new byte[classes][stack.slices().size()][stack.rows() * stack.columns()];
        for (byte[] background : quantised[0]) {
            Arrays.fill(background, (byte) 255);
        }
    }

    /** What has to be known on the grid of the prepared stack, by slice. */
    public List<PixelBox> wanted() {
        return turned.stream().map(back::inputOf).toList();
    }

    /**
     * Takes the answer for one slice.
     *
     * @param window part of the prepared slice that holds what is wanted
     * @param probabilities {@code [class][row * columns + column]} of the window
     */
    public void put(int slice, PixelBox window, float[][] probabilities) {
        PixelBox box = turned.get(slice);
        for (int c = 0; c < probabilities.length; c++) {
            float[] values = back.apply(probabilities[c], window, box);
            byte[] map = quantised[c][slice];
            for (int row = 0; row < box.rows(); row++) {
                for (int column = 0; column < box.columns(); column++) {
                    int rounded = Math.round(255 * values[row * box.columns() + column]);
                    map[orientation.storedIndex(box.top() + row, box.left() + column)] = (byte) Math.max(0, Math.min(255, rounded));
                }
            }
        }
    }

    /** {@code [class][slice][pixel]}, multiples of 1/255. Not to be called before all slices are filled in. */
    public byte[][][] quantised() {
        return quantised;
    }
}

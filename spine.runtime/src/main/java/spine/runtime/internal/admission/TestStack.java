package spine.runtime.internal.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import spine.api.image.Acquisition;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;

/** A small sagittal stack that is always the same: a column of bright blocks in noise, enough for any model to answer to. */
final class TestStack {
    private static final int SLICES = 3;
    private static final int ROWS = 96;
    private static final int COLUMNS = 64;
    private static final int BLOCK = 16;
    private static final double SLICE_SPACING_MM = 4;

    private TestStack() {
    }

    static SliceStack make() {
        SplittableRandom noise = new SplittableRandom(1);
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < SLICES; i++) {
            SlicePlane plane = new SlicePlane(new Vec3(i * SLICE_SPACING_MM, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, -1), 1, 1);
            slices.add(new Slice("2.25.1." + i, "1.2.840.10008.5.1.4.1.1.4", plane, ROWS, COLUMNS, pixels(noise), Optional.empty()));
        }
        return new SliceStack("2.25.1", "", "", new Acquisition(4000, 60, 150, 1.5, SLICE_SPACING_MM, ""), slices);
    }

    private static float[] pixels(SplittableRandom noise) {
        float[] pixels = new float[ROWS * COLUMNS];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                boolean block = Math.abs(column - COLUMNS / 2) < BLOCK && row % BLOCK > 3;
                pixels[row * COLUMNS + column] = (float) ((block ? 180 : 60) + 20 * noise.nextDouble());
            }
        }
        return pixels;
    }
}

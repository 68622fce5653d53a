package spine.io.dicom.internal.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import spine.api.image.Acquisition;
import spine.api.image.Note;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;

class BrightSpotCheckTest {
    private static final int SIDE = 128;
    private static final int SLICES = 5;

    @Test
    void tissueWithBrightFluidIsNoSpot() {
        assertEquals(Optional.empty(), BrightSpotCheck.of(stack(0, 0, 0, 0), "series 1"));
        assertEquals(Optional.empty(), BrightSpotCheck.of(stack(2, 20, 20, 2000), "series 1"));
    }

    @Test
    void burnedInTextOnEveryImageIsWarnedOf() {
        assertEquals(Optional.of(Note.warning("In 5 of 5 images of series 1 there are spots far brighter than tissue, such as burned-in"
                + " text; they can change the scores.")), BrightSpotCheck.of(stack(-1, 60, 8, 30000), "series 1"));
    }

    @Test
    void singleHotRegionIsWarnedOf() {
        assertEquals(Optional.of(Note.warning("In 1 of 5 images of series 1 there are spots far brighter than tissue, such as burned-in"
                + " text; they can change the scores.")), BrightSpotCheck.of(stack(3, 6, 6, 5000), "series 1"));
    }

    @Test
    void emptyImagesAreLeftAlone() {
        List<Slice> slices = List.of(new Slice("1", "2", plane(0), 2, 2, new float[4], Optional.empty()));
        assertEquals(Optional.empty(), BrightSpotCheck.of(new SliceStack("1", "", "", physics(), slices), "series 1"));
    }

    /** Noise in air, tissue of 200 to 400, some fluid of 900; a spot on one slice, or on all of them at -1. */
    private static SliceStack stack(int spotted, int width, int height, float value) {
        Random random = new Random(5);
        List<Slice> slices = new ArrayList<>();
        for (int s = 0; s < SLICES; s++) {
            float[] pixels = new float[SIDE * SIDE];
            for (int i = 0; i < pixels.length; i++) {
                int column = i % SIDE;
                pixels[i] = column < 40 ? random.nextInt(30) : column < 44 ? 900 : 200 + random.nextInt(200);
            }
            if (spotted == s || spotted < 0) {
                for (int i = 0; i < width * height; i++) {
                    pixels[(4 + i / width) * SIDE + 4 + i % width] = value;
                }
            }
            slices.add(new Slice("1." + s, "2", plane(s), SIDE, SIDE, pixels, Optional.empty()));
        }
        return new SliceStack("1", "", "", physics(), slices);
    }

    private static SlicePlane plane(int slice) {
        return new SlicePlane(new Vec3(4 * slice, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, -1), 1, 1);
    }

    private static Acquisition physics() {
        return new Acquisition(4000, 50, 160, 1.5, 4, "");
    }
}

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

class UnevenScaleCheckTest {
    private static final int SIDE = 64;

    @Test
    void brighterTissueIsOnTheSameScale() {
        assertEquals(Optional.empty(), UnevenScaleCheck.of(stack(0, 1), "series 1"));
        assertEquals(Optional.empty(), UnevenScaleCheck.of(stack(0, 3), "series 1"));
        assertEquals(Optional.empty(), UnevenScaleCheck.of(stack(0, 0), "series 1"));
    }

    @Test
    void anInterceptOnOneImageIsWarnedOf() {
        assertEquals(Optional.of(Note.warning("1 of 5 images of series 1 are on another scale: even their dark parts are brighter than the"
                + " bright parts of the others, which can change the scores.")), UnevenScaleCheck.of(stack(3000, 1), "series 1"));
    }

    /** Air and tissue of 200 to 400; another scale on the third slice. */
    private static SliceStack stack(float intercept, float slope) {
        Random random = new Random(5);
        List<Slice> slices = new ArrayList<>();
        for (int s = 0; s < 5; s++) {
            float[] pixels = new float[SIDE * SIDE];
            for (int i = 0; i < pixels.length; i++) {
                float value = i % SIDE < 20 ? random.nextInt(30) : 200 + random.nextInt(200);
                pixels[i] = s == 2 ? slope * value + intercept : value;
            }
            SlicePlane plane = new SlicePlane(new Vec3(4 * s, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, -1), 1, 1);
            slices.add(new Slice("1." + s, "2", plane, SIDE, SIDE, pixels, Optional.empty()));
        }
        return new SliceStack("1", "", "", new Acquisition(4000, 50, 160, 1.5, 4, ""), slices);
    }
}

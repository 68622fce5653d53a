package spine.phantom.internal.core.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import spine.api.image.Acquisition;
import spine.api.image.LabelMap;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.core.scan.Scan;

class VisibleMimicsTest {
    private static final int SIZE = 40;

    private final float[] pixels = new float[SIZE * SIZE];
    private final byte[] anatomy = new byte[SIZE * SIZE];
    private final byte[] oedema = new byte[SIZE * SIZE];
    private final byte[] mimic = new byte[SIZE * SIZE];

    /** A patch of five rows and columns. */
    private void patch(int row, byte[] mask, byte value, float brightness) {
        for (int i = 0; i < 25; i++) {
            int at = (row + i / 5) * SIZE + 10 + i % 5;
            mask[at] = value;
            pixels[at] = brightness;
        }
    }

    private LabelMap mimics() {
        SlicePlane plane = new SlicePlane(new Vec3(0, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, -1), 1, 1);
        SliceStack stack = new SliceStack("1.2.3", "", "", new Acquisition(4000, 60, 150, 1.5, 4, ""),
                List.of(new Slice("1.2", "1.3", plane, SIZE, SIZE, pixels, Optional.empty())));
        return VisibleMimics.of(new Scan(stack, null, null, new byte[][] {anatomy}, new byte[][] {oedema}, new byte[][] {mimic},
                new byte[1][SIZE * SIZE]));
    }

    @Test
    void onlyWhatStandsOutInBodiesIsAMimicUnderItsOwnName() {
        Arrays.fill(pixels, 100);
        Arrays.fill(anatomy, 0, 30 * SIZE, (byte) 1);
        patch(2, mimic, LesionType.HAEMANGIOMA.mimic(), 150);
        patch(9, mimic, LesionType.RED_MARROW.mimic(), 105);
        patch(16, mimic, LesionType.SCHMORL_NODE.mimic(), 140);
        patch(32, mimic, LesionType.BASIVERTEBRAL_VEIN.mimic(), 150);
        patch(23, oedema, (byte) 1, 150);

        LabelMap found = mimics();
        int[] counts = new int[found.classes().size()];
        for (byte value : found.labels()[0]) {
            counts[value]++;
        }
        assertEquals(25, counts[found.classes().indexOf("haemangioma")]);
        assertEquals(0, counts[found.classes().indexOf("red marrow")], "no brighter than its surroundings");
        assertEquals(25, counts[found.classes().indexOf("Schmorl node")]);
        assertEquals(0, counts[found.classes().indexOf("basivertebral vein")], "outside of the bodies");
        assertEquals(SIZE * SIZE - 50, counts[0]);
    }
}

package spine.phantom.internal.core.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import spine.api.image.Acquisition;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.dicom.SopClass;
import spine.phantom.internal.core.geometry.AnatomyClasses;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.scan.SeriesInfo;
import spine.phantom.internal.core.scan.SpinEchoSequence;

/** Two lesions of a body, one above the other; later a third lies between them, and the patient lies elsewhere. */
class PatchKeysTest {
    private static final int SIDE = 12;
    private static final int SLICES = 3;
    private static final int[] UPPER = {1, 2};
    private static final int[] LOWER = {9, 10};

    @Test
    void aLesionKeepsItsKeyAndANewOneHasItsOwn() {
        List<Scan> first = List.of(scan(new Vec3(0, 0, 0), UPPER, LOWER));
        PatchKeys before = new PatchKeys(1, first, Optional.empty());
        List<Scan> later = List.of(scan(new Vec3(7, -3, 21), UPPER, new int[] {5, 6}, LOWER));
        PatchKeys now = new PatchKeys(2, later, Optional.of(before));
        List<PatchKeys.Key> keys = keys(now, later);
        assertEquals(List.of(new PatchKeys.Key(1, 0, 0), new PatchKeys.Key(2, 0, 1), new PatchKeys.Key(1, 0, 1)), keys);

        List<Scan> last = List.of(scan(new Vec3(0, 4, 0), new int[] {5, 6}));
        assertEquals(List.of(new PatchKeys.Key(2, 0, 1)), keys(new PatchKeys(3, last, Optional.of(now)), last));
    }

    /** The decisions on studies without follow-up stay what they were. */
    @Test
    void theKeyOfTheFirstTimePointIsStackAndNumber() {
        SeededRandom reader = new SeededRandom(4);
        assertEquals(reader.child("stack", 1).child("patch", 3).nextLong(), new PatchKeys.Key(1, 1, 3).of(reader).nextLong());
    }

    private static List<PatchKeys.Key> keys(PatchKeys keys, List<Scan> scans) {
        return new Patches(scans.get(0)).all().stream().map(patch -> keys.of(0, patch)).toList();
    }

    /** @param lesions rows of each, on all slices */
    private static Scan scan(Vec3 moved, int[]... lesions) {
        Grid grid = Grid.around(new Vec3(0, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, -1), SIDE, SIDE, 1, SLICES, 4, 4, new Vec3(0, 0, 0))
                .displaced(moved);
        byte[] oedema = new byte[SIDE * SIDE];
        for (int[] rows : lesions) {
            for (int row : rows) {
                Arrays.fill(oedema, row * SIDE + 4, row * SIDE + 7, (byte) 1);
            }
        }
        List<Slice> images = new ArrayList<>();
        for (int slice = 0; slice < SLICES; slice++) {
            images.add(new Slice("1." + slice, SopClass.MR_IMAGE_STORAGE, grid.planes().get(slice), SIDE, SIDE, new float[SIDE * SIDE],
                    Optional.empty()));
        }
        byte[] body = new byte[SIDE * SIDE];
        Arrays.fill(body, (byte) AnatomyClasses.VERTEBRA);
        byte[][] none = slices(new byte[SIDE * SIDE]);
        return new Scan(new SliceStack("1", "2", "STIR", new Acquisition(4000, 60, 200, 3, 4, "a"), images), grid,
                new SeriesInfo(0, 0, "STIR", new SpinEchoSequence(4000, 60, 200), 16, 4), slices(body), slices(oedema), none, none);
    }

    private static byte[][] slices(byte[] each) {
        byte[][] slices = new byte[SLICES][];
        Arrays.fill(slices, each);
        return slices;
    }
}

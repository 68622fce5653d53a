package spine.pipeline.lesion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.ClassProbabilities;
import spine.api.model.ModelRole;

class CandidateSearchTest {

    @Test
    void pixelsThatTouchAcrossCornersAndSlicesAreOne() {
        byte[] first = Fixtures.oedema("90000000", "09000000").map(1, 0);
        byte[] second = Fixtures.oedema("00000000", "00000000", "00900000").map(1, 0);
        List<List<SliceRegion>> found = search(0.5, 2, first, second);
        assertEquals(1, found.size());
        assertArrayEquals(new int[] {0, 9}, found.get(0).get(0).pixels());
        assertArrayEquals(new int[] {18}, found.get(0).get(1).pixels());
        assertEquals(1, found.get(0).get(1).slice());
    }

    @Test
    void whatDoesNotTouchIsSeveral() {
        assertEquals(2, search(0.5, 1, Fixtures.oedema("99000099").map(1, 0)).size());
    }

    @Test
    void thePointItselfCounts() {
        ClassProbabilities faint = Fixtures.oedema("44000000");
        assertEquals(0, search(0.5, 1, faint.map(1, 0)).size());
        assertEquals(1, search(faint.at(1, 0, 0), 1, faint.map(1, 0)).size());
    }

    @Test
    void eachBodyHasItsOwn() {
        StackAnatomy anatomy = Fixtures.allBody(1);
        Arrays.fill(anatomy.structures()[0], 8, 16, StackAnatomy.bodyCode(Vertebra.T8));
        Arrays.fill(anatomy.structures()[0], 16, 64, (byte) 0);
        byte[] map = Fixtures.oedema("99000000", "99000000", "99000000").map(1, 0);
        List<List<SliceRegion>> found = new CandidateSearch(0.5).in(Fixtures.stack(1), anatomy, maps(map));
        assertEquals(2, found.size());
        assertArrayEquals(new int[] {0, 1}, found.get(0).get(0).pixels());
        assertArrayEquals(new int[] {8, 9}, found.get(1).get(0).pixels());
    }

    private static List<List<SliceRegion>> search(double point, int slices, byte[]... maps) {
        return new CandidateSearch(point).in(Fixtures.stack(slices), Fixtures.allBody(slices), maps(maps));
    }

    private static ClassProbabilities maps(byte[]... maps) {
        return new ClassProbabilities(ModelRole.OEDEMA_CLASSES, new byte[][][] {new byte[maps.length][Fixtures.SIZE * Fixtures.SIZE],
                maps});
    }
}

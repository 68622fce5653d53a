package spine.pipeline.lesion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.Acquisition;
import spine.api.image.ClassProbabilities;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.api.model.ModelRole;

class OutlineTest {
    private static final int SIZE = 24;

    @Test
    void endsAtHalfTheHeightAboveNormalMarrow() {
        // Columns 0 to 11 are suspect: a plateau of 300 that falls to the marrow of 100 from column 5 to 9.
        float[] row = {300, 300, 300, 300, 300, 300, 260, 220, 140, 100, 100, 100};
        Outline outline = outline(row);
        assertEquals(1, outline.regions().size());
        assertArrayEquals(IntStream.rangeClosed(0, 7).toArray(), Arrays.stream(outline.regions().get(0).pixels())
                .filter(pixel -> pixel / SIZE == 2).map(pixel -> pixel % SIZE).toArray());
        assertEquals(2.85, outline.contrast(), 0.05);
    }

    @Test
    void withoutNormalMarrowTheWholeCandidateIsTaken() {
        float[] pixels = new float[Fixtures.SIZE * Fixtures.SIZE];
        Arrays.fill(pixels, 5);
        ClassProbabilities all = Fixtures.oedema("99999999");
        List<List<SliceRegion>> found = new CandidateSearch(0.5).in(Fixtures.stack(1), Fixtures.allBody(1), all);
        StackAnatomy narrow = Fixtures.allBody(1);
        Arrays.fill(narrow.structures()[0], 8, 64, (byte) 0);
        Outline outline = Outline.of(found.get(0), new StackMarrow(Fixtures.stack(1), narrow, all, found));
        assertEquals(8, outline.regions().get(0).pixels().length);
        assertTrue(Double.isNaN(outline.contrast()));
    }

    /** Rows 0 to 4 of a body have the signals given from the left; all else of it is 100, plus or minus 1. */
    private static Outline outline(float[] row) {
        float[] pixels = new float[SIZE * SIZE];
        byte[] map = new byte[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            boolean suspect = i / SIZE < 5 && i % SIZE < row.length;
            pixels[i] = suspect ? row[i % SIZE] : 100 + (i * 7 % 3 - 1);
            map[i] = (byte) (suspect ? 255 : 0);
        }
        SlicePlane plane = new SlicePlane(new Vec3(0, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, -1), 1, 1);
        SliceStack stack = new SliceStack("1.2", "", "", new Acquisition(4000, 60, 150, 1.5, 4, ""),
                List.of(new Slice("1.2.0", "1.2.840.10008.5.1.4.1.1.4", plane, SIZE, SIZE, pixels, Optional.empty())));
        byte[] structures = new byte[SIZE * SIZE];
        Arrays.fill(structures, StackAnatomy.bodyCode(Vertebra.T7));
        StackAnatomy anatomy = new StackAnatomy(new byte[][] {structures}, new byte[1][SIZE * SIZE], List.of(), List.of());
        ClassProbabilities maps = new ClassProbabilities(ModelRole.OEDEMA_CLASSES, new byte[][][] {new byte[1][SIZE * SIZE], {map}});
        List<List<SliceRegion>> found = new CandidateSearch(0.5).in(stack, anatomy, maps);
        return Outline.of(found.get(0), new StackMarrow(stack, anatomy, maps, found));
    }
}

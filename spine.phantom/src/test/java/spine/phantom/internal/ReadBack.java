package spine.phantom.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.phantom.internal.core.scan.Scan;

/** Compares what the study reader makes of the written images with what was rendered. */
public final class ReadBack {

    private ReadBack() {
    }

    public static void assertSame(List<Scan> rendered, List<SliceStack> read) {
        assertEquals(rendered.size(), read.size());
        for (int i = 0; i < rendered.size(); i++) {
            SliceStack expected = rendered.get(i).stack();
            SliceStack actual = read.get(i);
            assertEquals(expected.seriesInstanceUid(), actual.seriesInstanceUid());
            assertEquals(expected.acquisition(), actual.acquisition());
            assertEquals(expected.slices().size(), actual.slices().size());
            for (int s = 0; s < expected.slices().size(); s++) {
                Slice one = expected.slices().get(s);
                Slice other = actual.slices().get(s);
                assertEquals(one.sopInstanceUid(), other.sopInstanceUid());
                assertArrayEquals(one.pixels(), other.pixels());
                assertTrue(one.plane().toPatient(50, 90).distance(other.plane().toPatient(50, 90)) < 1e-3);
            }
        }
    }
}

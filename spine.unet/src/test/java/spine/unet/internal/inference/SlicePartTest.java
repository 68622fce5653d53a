package spine.unet.internal.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spine.api.image.PixelBox;

class SlicePartTest {
    private static final PixelBox LARGE = new PixelBox(0, 16, 320, 128);
    private static final PixelBox SMALL = new PixelBox(160, 16, 160, 128);

    @Test
    void emptyWindowsAreLeftOut() {
        assertEquals(List.of(new SlicePart(1, SMALL)), SlicePart.of(List.of(PixelBox.NONE, SMALL, PixelBox.NONE)));
    }

    @Test
    void windowsOfOneSizeRunTogetherTheLargestFirst() {
        List<List<SlicePart>> groups = SlicePart.groups(SlicePart.of(List.of(SMALL, LARGE, LARGE,
                new PixelBox(0, 16, 160, 128), LARGE)), 1, 4);
        assertEquals(List.of(List.of(1, 2, 4), List.of(0, 3)),
                groups.stream().map(group -> group.stream().map(SlicePart::slice).toList()).toList());
    }

    @Test
    void threadsShareEvenlyAndNoRunIsLong() {
        for (int slices = 1; slices < 40; slices++) {
            for (int threads = 1; threads < 9; threads++) {
                List<Integer> sizes = SlicePart.groups(SlicePart.of(Collections.nCopies(slices, LARGE)), threads, 4).stream()
                        .map(List::size).toList();
                assertEquals(slices, sizes.stream().mapToInt(Integer::intValue).sum());
                assertTrue(sizes.size() == slices || sizes.size() % threads == 0, slices + " slices, " + threads + " threads: " + sizes);
                assertTrue(sizes.stream().allMatch(size -> size >= 1 && size <= 4));
                assertTrue(Collections.max(sizes) - Collections.min(sizes) <= 1, sizes.toString());
            }
        }
    }

    @Test
    void everySliceIsInOneGroup() {
        List<SlicePart> windows = SlicePart.of(IntStream.range(0, 15).mapToObj(slice -> slice % 4 == 0 ? SMALL : LARGE).toList());
        assertEquals(IntStream.range(0, 15).boxed().toList(),
                SlicePart.groups(windows, 2, 3).stream().flatMap(List::stream).map(SlicePart::slice).sorted().toList());
    }
}

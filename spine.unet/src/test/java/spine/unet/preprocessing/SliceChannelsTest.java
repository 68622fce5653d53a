package spine.unet.preprocessing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SliceChannelsTest {

    @Test
    void a_slice_lies_between_its_neighbours() {
        assertArrayEquals(new int[] {2, 3, 4}, SliceChannels.NEIGHBOURS.planes(3, 6, false, false));
        assertArrayEquals(new int[] {4, 3, 2}, SliceChannels.NEIGHBOURS.planes(3, 6, true, false));
        assertArrayEquals(new int[] {3, 3, 3}, SliceChannels.NEIGHBOURS.planes(3, 6, true, true));
        assertArrayEquals(new int[] {0, 0, 1}, SliceChannels.NEIGHBOURS.planes(0, 6, false, false));
        assertArrayEquals(new int[] {5, 5, 4}, SliceChannels.NEIGHBOURS.planes(5, 6, true, false));
    }

    @Test
    void its_wide_plane_follows_all_slices_and_has_no_side() {
        assertArrayEquals(new int[] {2, 3, 4, 9}, SliceChannels.NEIGHBOURS_AND_WIDE.planes(3, 6, false, false));
        assertArrayEquals(new int[] {4, 3, 2, 9}, SliceChannels.NEIGHBOURS_AND_WIDE.planes(3, 6, true, false));
        assertArrayEquals(new int[] {0, 0, 0, 6}, SliceChannels.NEIGHBOURS_AND_WIDE.planes(0, 6, false, true));
    }

    @Test
    void cards_name_a_composition() {
        for (SliceChannels channels : SliceChannels.values()) {
            assertEquals(channels, SliceChannels.titled(channels.title()));
            assertEquals(channels.count(), channels.planes(0, 1, false, false).length);
        }
        assertThrows(IllegalArgumentException.class, () -> SliceChannels.titled("five"));
    }
}

package spine.unet.preprocessing;

import java.util.Arrays;
import spine.common.text.PlainText;

/** How the channels of a network's input are composed of the planes of a {@link PreparedStack}. */
public enum SliceChannels {
    /** The slice between its two neighbours. */
    NEIGHBOURS("neighbours-3", 3),
    /** The same, and the slice corrected by a wider filter, in which a vertebral body that is bright as a whole stays bright. */
    NEIGHBOURS_AND_WIDE("neighbours-3+wide", 4);

    private final String title;
    private final int count;

    SliceChannels(String title, int count) {
        this.title = title;
        this.count = count;
    }

    /** Name under which a model card refers to it. */
    public String title() {
        return title;
    }

    /** Number of channels, above 0. */
    public int count() {
        return count;
    }

    /** Number of planes of a prepared stack: each slice once, or also a second time, corrected by a wider filter. */
    public int planes(int slices) {
        return this == NEIGHBOURS_AND_WIDE ? 2 * slices : slices;
    }

    /**
     * The planes of a prepared stack that fill the channels of one slice. The first and the last slice stand in for a missing neighbour.
     *
     * @param slice slice to be segmented, {@code 0..slices-1}
     * @param slices number of slices of the stack
     * @param mirrored whether the neighbours change places
     * @param alone whether the slice stands in for both neighbours
     * @return one plane for every channel
     */
    public int[] planes(int slice, int slices, boolean mirrored, boolean alone) {
        int before = alone ? slice : Math.max(0, slice - 1);
        int after = alone ? slice : Math.min(slices - 1, slice + 1);
        int[] planes = {mirrored ? after : before, slice, mirrored ? before : after, slices + slice};
        return Arrays.copyOf(planes, count);
    }

    /**
     * The composition of that title.
     *
     * @throws IllegalArgumentException if there is none
     */
    static SliceChannels titled(String title) {
        return Arrays.stream(values()).filter(channels -> channels.title.equals(title)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown composition of channels '"
                        + PlainText.excerpt(String.valueOf(title)) + "'"));
    }
}

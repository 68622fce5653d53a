package spine.io.dicom.internal.seg;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import spine.io.dicom.internal.orientation.StoredGrid;

/**
 * The masks of a segmentation. The pixels are shared, not copied: nobody may write to them.
 *
 * @param segments in the order of their segment numbers, at least one
 * @param frames by segment, then stack, then slice
 * @param rows of every frame; a stack with fewer rows or columns is continued with empty ones below and on the right
 * @param columns of every frame
 * @param pixels all frames as one run of bits, least significant bit first, without a gap between frames (PS3.5 8.1.1)
 * @param overlapping whether a pixel may belong to several segments
 */
record PackedMasks(List<Segment> segments, List<SegmentFrame> frames, int rows, int columns, byte[] pixels, boolean overlapping) {

    PackedMasks {
        segments = List.copyOf(segments);
        frames = List.copyOf(frames);
    }

    /** A segment that is nowhere: as a segmentation must have frames, an empty one for every image of the stack. */
    static PackedMasks nowhere(List<StoredGrid> grids, Segment segment) {
        List<SegmentFrame> frames = IntStream.range(0, grids.size()).mapToObj(slice -> new SegmentFrame(1, 0, slice)).toList();
        int rows = grids.stream().mapToInt(StoredGrid::rows).max().orElseThrow();
        int columns = grids.stream().mapToInt(StoredGrid::columns).max().orElseThrow();
        return new PackedMasks(List.of(segment), frames, rows, columns, new BitFrames(frames.size(), rows, columns).bytes(), false);
    }

    /** Whether no pixel of any frame is set. */
    boolean empty() {
        return Arrays.equals(pixels, new byte[pixels.length]);
    }
}

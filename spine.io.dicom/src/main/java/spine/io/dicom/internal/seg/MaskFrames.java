package spine.io.dicom.internal.seg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import spine.api.image.SliceStack;

/** Segments of one stack that do not overlap, from one map of values: a frame for each segment and slice that is not empty. */
final class MaskFrames {
    private final byte[][] map;
    private final List<Segment> segments = new ArrayList<>();
    private final List<SegmentFrame> frames = new ArrayList<>();

    private MaskFrames(byte[][] map) {
        this.map = map;
    }

    /**
     * @param map {@code [slice][row * columns + column]}, values as in {@link Segment#value}
     * @param candidates the segments of which those that occur are written
     * @return empty if none occurs
     */
    static Optional<PackedMasks> of(SliceStack stack, byte[][] map, List<Segment> candidates) {
        MaskFrames masks = new MaskFrames(map);
        masks.plan(candidates);
        return masks.frames.isEmpty() ? Optional.empty()
                : Optional.of(new PackedMasks(masks.segments, masks.frames, stack.rows(), stack.columns(), masks.pack(), false));
    }

    private void plan(List<Segment> candidates) {
        boolean[][] occurs = new boolean[map.length][1 << Byte.SIZE];
        for (int slice = 0; slice < map.length; slice++) {
            for (byte value : map[slice]) {
                occurs[slice][value & 0xff] = true;
            }
        }
        for (Segment candidate : candidates) {
            int before = frames.size();
            for (int slice = 0; slice < map.length; slice++) {
                if (occurs[slice][candidate.value() & 0xff]) {
                    frames.add(new SegmentFrame(segments.size() + 1, 0, slice));
                }
            }
            if (frames.size() > before) {
                segments.add(candidate);
            }
        }
    }

    private byte[] pack() {
        int pixels = map[0].length;
        BitFrames packed = new BitFrames(frames.size(), 1, pixels);
        int[][] frameOf = frameOf();
        for (int slice = 0; slice < map.length; slice++) {
            for (int i = 0; i < pixels; i++) {
                int frame = frameOf[slice][map[slice][i] & 0xff];
                if (frame >= 0) {
                    packed.set(frame, 0, i);
                }
            }
        }
        return packed.bytes();
    }

    /** The frame of each slice and value, -1 if there is none. */
    private int[][] frameOf() {
        int[][] frameOf = new int[map.length][1 << Byte.SIZE];
        for (int[] ofSlice : frameOf) {
            Arrays.fill(ofSlice, -1);
        }
        for (int i = 0; i < frames.size(); i++) {
            frameOf[frames.get(i).slice()][segments.get(frames.get(i).segmentNumber() - 1).value() & 0xff] = i;
        }
        return frameOf;
    }
}

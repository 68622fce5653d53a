package spine.io.dicom.internal.seg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import spine.io.dicom.internal.orientation.StoredGrid;

/** Segments of one stack that do not overlap, from one map of values: a frame for each segment and slice that is not empty. */
final class MaskFrames {
    private final List<StoredGrid> grids;
    private final byte[][] map;
    private final List<Segment> segments = new ArrayList<>();
    private final List<SegmentFrame> frames = new ArrayList<>();

    private MaskFrames(List<StoredGrid> grids, byte[][] map) {
        this.grids = grids;
        this.map = map;
    }

    /**
     * @param grids of the slices of the stack
     * @param map {@code [slice][row * columns + column]}, values as in {@link Segment#value}
     * @param candidates the segments of which those that occur are written
     * @return empty if none occurs
     */
    static Optional<PackedMasks> of(List<StoredGrid> grids, byte[][] map, List<Segment> candidates) {
        MaskFrames masks = new MaskFrames(grids, map);
        masks.plan(candidates);
        return masks.frames.isEmpty() ? Optional.empty()
                : Optional.of(masks.packed());
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

    private PackedMasks packed() {
        int rows = grids.stream().mapToInt(StoredGrid::rows).max().orElseThrow();
        int columns = grids.stream().mapToInt(StoredGrid::columns).max().orElseThrow();
        BitFrames packed = new BitFrames(frames.size(), rows, columns);
        int[][] frameOf = frameOf();
        for (int slice = 0; slice < map.length; slice++) {
            StoredGrid grid = grids.get(slice);
            for (int i = 0; i < map[slice].length; i++) {
                int frame = frameOf[slice][map[slice][i] & 0xff];
                if (frame >= 0) {
                    int stored = grid.index(i);
                    packed.set(frame, stored / grid.columns(), stored % grid.columns());
                }
            }
        }
        return new PackedMasks(segments, frames, rows, columns, packed.bytes(), false);
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

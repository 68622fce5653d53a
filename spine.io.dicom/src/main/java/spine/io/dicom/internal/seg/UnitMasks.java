package spine.io.dicom.internal.seg;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import spine.io.dicom.internal.orientation.StoredGrid;

/** Gathers segments, which may overlap, from maps of structures of several stacks. For one thread. */
final class UnitMasks {
    private final List<List<StoredGrid>> stacks;
    private final List<byte[][]> structures;
    private final List<Segment> segments = new ArrayList<>();
    private final List<SegmentFrame> frames = new ArrayList<>();
    private final List<IntPredicate> values = new ArrayList<>();

    /**
     * @param stacks the pixels of their slices
     * @param structures by stack, {@code [slice][row * columns + column]}
     */
    UnitMasks(List<List<StoredGrid>> stacks, List<byte[][]> structures) {
        this.stacks = stacks;
        this.structures = structures;
    }

    /** Adds the pixels of the segment's value on one stack. @return false if there is none: then it is no segment */
    boolean add(Segment segment, int stack) {
        int before = frames.size();
        frames(stack, value -> value == segment.value());
        return added(segment, before, value -> value == segment.value());
    }

    /** Adds the pixels of any structure on all stacks as one segment. @return false if there is none */
    boolean addAll(Segment segment) {
        int before = frames.size();
        for (int stack = 0; stack < stacks.size(); stack++) {
            frames(stack, value -> value != 0);
        }
        return added(segment, before, value -> value != 0);
    }

    private void frames(int stack, IntPredicate inside) {
        byte[][] map = structures.get(stack);
        for (int slice = 0; slice < map.length; slice++) {
            if (occurs(map[slice], inside)) {
                frames.add(new SegmentFrame(segments.size() + 1, stack, slice));
            }
        }
    }

    private static boolean occurs(byte[] map, IntPredicate inside) {
        for (byte value : map) {
            if (inside.test(value)) {
                return true;
            }
        }
        return false;
    }

    private boolean added(Segment segment, int before, IntPredicate inside) {
        if (frames.size() == before) {
            return false;
        }
        segments.add(segment);
        values.add(inside);
        return true;
    }

    /** Number of segments so far. */
    int segments() {
        return segments.size();
    }

    PackedMasks packed() {
        int rows = stacks.stream().flatMap(List::stream).mapToInt(StoredGrid::rows).max().orElseThrow();
        int columns = stacks.stream().flatMap(List::stream).mapToInt(StoredGrid::columns).max().orElseThrow();
        BitFrames packed = new BitFrames(frames.size(), rows, columns);
        for (int i = 0; i < frames.size(); i++) {
            SegmentFrame frame = frames.get(i);
            byte[] map = structures.get(frame.stack())[frame.slice()];
            IntPredicate inside = values.get(frame.segmentNumber() - 1);
            StoredGrid grid = stacks.get(frame.stack()).get(frame.slice());
            for (int pixel = 0; pixel < map.length; pixel++) {
                if (inside.test(map[pixel])) {
                    int stored = grid.index(pixel);
                    packed.set(i, stored / grid.columns(), stored % grid.columns());
                }
            }
        }
        return new PackedMasks(segments, frames, rows, columns, packed.bytes(), true);
    }
}

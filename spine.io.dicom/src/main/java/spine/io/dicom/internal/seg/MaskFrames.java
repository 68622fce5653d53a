package spine.io.dicom.internal.seg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which frames the object has: one for each segment and slice that is not empty.
 *
 * @param segments those that occur, in the order of their segment numbers
 * @param frames by segment, then slice
 */
record MaskFrames(List<Segment> segments, List<Frame> frames) {

    /** @param segmentNumber from 1; {@code slice} from 0 */
    record Frame(int segmentNumber, int slice) {
    }

    /** @param map {@code [slice][pixel]}, values as in {@link Segment#value} */
    static MaskFrames of(byte[][] map, List<Segment> candidates) {
        boolean[][] occurs = new boolean[map.length][1 << Byte.SIZE];
        for (int slice = 0; slice < map.length; slice++) {
            for (byte value : map[slice]) {
                occurs[slice][value & 0xff] = true;
            }
        }
        List<Segment> segments = new ArrayList<>();
        List<Frame> frames = new ArrayList<>();
        for (Segment candidate : candidates) {
            int before = frames.size();
            for (int slice = 0; slice < map.length; slice++) {
                if (occurs[slice][candidate.value() & 0xff]) {
                    frames.add(new Frame(segments.size() + 1, slice));
                }
            }
            if (frames.size() > before) {
                segments.add(candidate);
            }
        }
        return new MaskFrames(segments, frames);
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    /** All frames as one run of bits, least significant bit first, without a gap between frames (PS3.5 8.1.1). */
    byte[] pack(byte[][] map) {
        int pixels = map[0].length;
        long bits = (long) frames.size() * pixels;
        byte[] packed = new byte[Math.toIntExact((bits + 15) / 16 * 2)];
        long[][] firstBits = firstBits(map.length, pixels);
        for (int slice = 0; slice < map.length; slice++) {
            for (int i = 0; i < pixels; i++) {
                long first = firstBits[slice][map[slice][i] & 0xff];
                if (first >= 0) {
                    long bit = first + i;
                    packed[(int) (bit >>> 3)] |= (byte) (1 << (bit & 7));
                }
            }
        }
        return packed;
    }

    /** Where the frame of each slice and value begins, -1 if there is none. */
    private long[][] firstBits(int slices, int pixels) {
        long[][] firstBits = new long[slices][1 << Byte.SIZE];
        for (long[] ofSlice : firstBits) {
            Arrays.fill(ofSlice, -1);
        }
        for (int i = 0; i < frames.size(); i++) {
            Frame frame = frames.get(i);
            firstBits[frame.slice()][segments.get(frame.segmentNumber() - 1).value() & 0xff] = (long) i * pixels;
        }
        return firstBits;
    }
}

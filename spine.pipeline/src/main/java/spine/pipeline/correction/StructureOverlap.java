package spine.pipeline.correction;

import java.util.Optional;

/** Where the pixels of one structure lie in another map of structures of the same stack. */
final class StructureOverlap {
    private final int[] shared = new int[1 << Byte.SIZE];
    private final int[] there = new int[1 << Byte.SIZE];
    private int size;

    /** @param code of the structure in {@code map} */
    StructureOverlap(byte[][] map, byte code, byte[][] other) {
        for (int slice = 0; slice < map.length; slice++) {
            for (int i = 0; i < map[slice].length; i++) {
                there[other[slice][i] & 0xff]++;
                if (map[slice][i] == code) {
                    size++;
                    shared[other[slice][i] & 0xff]++;
                }
            }
        }
    }

    /** The structure there that has exactly these pixels. */
    Optional<Byte> identical() {
        return most().filter(this::isExactly);
    }

    /** Whether the structure of that code there has exactly these pixels; also where neither has any. */
    boolean isExactly(byte code) {
        return shared[code & 0xff] == size && there[code & 0xff] == size;
    }

    /** The structure there that has at least half of these pixels, of several the one that has most. */
    Optional<Byte> most() {
        int best = 0;
        for (int code = 1; code < shared.length; code++) {
            if (shared[code] > 0 && 2 * shared[code] >= size && (best == 0 || shared[code] > shared[best])) {
                best = code;
            }
        }
        return best == 0 ? Optional.empty() : Optional.of((byte) best);
    }
}

package spine.dicom.internal.image;

import java.io.IOException;
import java.util.Arrays;
import spine.api.UnusableInputException;
import spine.dicom.PixelData;

/** Which fragments make up a frame (PS3.5 A.4): one each, or as the offset tables say, or by where codestreams begin. */
final class FrameFragments {
    private static final int ITEM_HEADER = 8;
    private static final byte[] JPEG_BEGIN = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] JPEG_2000_BEGIN = {(byte) 0xff, 0x4f, (byte) 0xff, 0x51};

    private final PixelData pixels;
    private final String name;

    /** @param pixels encapsulated */
    FrameFragments(PixelData pixels, String name) {
        this.pixels = pixels;
        this.name = name;
    }

    /**
     * The first fragment of each frame, ascending, and behind them the number of fragments. A table that does not fit the fragments is
     * of no use; then they themselves have to tell.
     *
     * @param frames at least 1
     * @param extendedOffsets the extended offset table (7FE0,0001), empty if the file has none
     * @throws UnusableInputException if nothing tells which fragments belong to which frame
     */
    int[] firsts(int frames, long[] extendedOffsets) throws UnusableInputException, IOException {
        int fragments = pixels.fragments();
        if (frames == 1 && fragments > 0) {
            return new int[] {0, fragments};
        }
        if (frames == fragments) {
            int[] own = new int[frames + 1];
            Arrays.setAll(own, i -> i);
            return own;
        }
        for (long[] table : new long[][] {extendedOffsets, pixels.offsetTable()}) {
            int[] listed = listed(frames, table);
            if (listed.length > 0) {
                return listed;
            }
        }
        int[] seen = beginnings(frames);
        if (seen.length == 0) {
            throw new UnusableInputException(name + " has " + fragments + " fragments of pixels for " + frames
                    + " frames, and no offset table that says which belong together");
        }
        return seen;
    }

    /** @return empty if the table does not have one fragment's beginning for each frame, in ascending order */
    private int[] listed(int frames, long[] table) {
        if (table.length != frames || table[0] != 0) {
            return new int[0];
        }
        int[] firsts = new int[frames + 1];
        long at = 0;
        int frame = 0;
        for (int fragment = 0; fragment < pixels.fragments(); fragment++) {
            if (frame < frames && table[frame] == at) {
                firsts[frame++] = fragment;
            }
            at += ITEM_HEADER + pixels.length(fragment);
        }
        firsts[frames] = pixels.fragments();
        return frame == frames ? firsts : new int[0];
    }

    /** @return empty if not as many fragments as frames begin like a codestream */
    private int[] beginnings(int frames) throws UnusableInputException, IOException {
        int[] firsts = new int[frames + 1];
        int frame = 0;
        for (int fragment = 0; fragment < pixels.fragments(); fragment++) {
            if (begins(fragment)) {
                if (frame == frames) {
                    return new int[0];
                }
                firsts[frame++] = fragment;
            }
        }
        firsts[frames] = pixels.fragments();
        return frame == frames && firsts[0] == 0 ? firsts : new int[0];
    }

    private boolean begins(int fragment) throws UnusableInputException, IOException {
        byte[] start = pixels.read(fragment, 0, (int) Math.min(JPEG_2000_BEGIN.length, pixels.length(fragment)));
        return Arrays.equals(start, JPEG_2000_BEGIN)
                || start.length > JPEG_BEGIN.length && Arrays.equals(start, 0, JPEG_BEGIN.length, JPEG_BEGIN, 0, JPEG_BEGIN.length);
    }
}

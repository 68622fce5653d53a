package spine.dicom.internal.image;

import java.io.IOException;
import spine.api.UnusableInputException;
import spine.dicom.PixelData;
import spine.dicom.decode.DecodedFrame;
import spine.dicom.decode.FrameDecoder;
import spine.dicom.decode.FrameFormat;

/** Frames of encapsulated pixel data. */
final class EncodedFrames implements Frames {
    /** An encoder that saves nothing takes little more than the pixels themselves; tables and comments come on top. */
    private static final long LARGEST_RATIO = 4;
    private static final long LARGEST_HEADER = 1 << 20;

    private final PixelData pixels;
    private final FrameFormat format;
    private final FrameDecoder decoder;
    private final int count;
    private final long[] extendedOffsets;
    private final String name;
    private int[] firsts;

    EncodedFrames(PixelData pixels, FrameFormat format, FrameDecoder decoder, int count, long[] extendedOffsets, String name) {
        this.pixels = pixels;
        this.format = format;
        this.decoder = decoder;
        this.count = count;
        this.extendedOffsets = extendedOffsets;
        this.name = name;
    }

    @Override
    public DecodedFrame frame(int index) throws UnusableInputException, IOException {
        String frameName = count == 1 ? name : name + ", frame " + (index + 1) + ",";
        return decoder.decode(encoded(index), format, frameName);
    }

    private byte[] encoded(int index) throws UnusableInputException, IOException {
        if (firsts == null) {
            firsts = new FrameFragments(pixels, name).firsts(count, extendedOffsets);
        }
        long length = 0;
        for (int fragment = firsts[index]; fragment < firsts[index + 1]; fragment++) {
            length += pixels.length(fragment);
        }
        if (length > LARGEST_RATIO * format.length() + LARGEST_HEADER) {
            throw new UnusableInputException(name + " is damaged: it announces " + length + " encoded bytes for a frame of "
                    + format.length());
        }
        if (firsts[index + 1] == firsts[index] + 1) {
            return pixels.read(firsts[index], 0, (int) length);
        }
        byte[] joined = new byte[(int) length];
        int at = 0;
        for (int fragment = firsts[index]; fragment < firsts[index + 1]; fragment++) {
            byte[] part = pixels.read(fragment, 0, (int) pixels.length(fragment));
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}

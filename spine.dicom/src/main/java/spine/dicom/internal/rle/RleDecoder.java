package spine.dicom.internal.rle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import spine.api.UnusableInputException;
import spine.dicom.decode.DecodedFrame;
import spine.dicom.decode.FrameDecoder;
import spine.dicom.decode.FrameFormat;

/** Decodes RLE: a segment for each byte of a cell, the most significant first, of each sample. */
public final class RleDecoder implements FrameDecoder {
    private static final int HEADER = 64;
    private static final int MOST_SEGMENTS = 15;

    @Override
    public DecodedFrame decode(byte[] encoded, FrameFormat format, String name) throws UnusableInputException {
        int size = format.bytesPerCell();
        int segments = format.samples() * size;
        if (format.bitsAllocated() == 1) {
            throw new UnusableInputException(name + " has single bits in RLE, which is not decoded");
        }
        if (encoded.length < HEADER) {
            throw new UnusableInputException(name + " is cut off: its RLE header is not whole");
        }
        ByteBuffer header = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
        int announced = header.getInt(0);
        if (announced != segments || segments > MOST_SEGMENTS) {
            throw new UnusableInputException(name + " is damaged: " + Integer.toUnsignedString(announced)
                    + " RLE segments are announced, and " + segments + " are needed");
        }
        byte[] cells = new byte[format.length()];
        for (int segment = 0; segment < segments; segment++) {
            int sample = segment / size;
            int significance = size - 1 - segment % size;
            long offset = Integer.toUnsignedLong(header.getInt(Integer.BYTES * (segment + 1)));
            if (offset < HEADER || offset >= encoded.length) {
                throw new UnusableInputException(name + " is damaged: RLE segment " + (segment + 1) + " begins outside of the frame");
            }
            if (!expand(encoded, (int) offset, cells, sample * size + significance, format.samples() * size)) {
                throw new UnusableInputException(name + " is cut off: RLE segment " + (segment + 1) + " ends before the last pixel");
            }
        }
        return DecodedFrame.of(cells);
    }

    /** @return whether every cell got its byte; what a segment has beyond that is padding */
    private static boolean expand(byte[] encoded, int from, byte[] cells, int first, int step) {
        int at = from;
        int to = first;
        while (to < cells.length && at < encoded.length) {
            int control = encoded[at++];
            if (control >= 0) {
                int count = Math.min(control + 1, encoded.length - at);
                for (int i = 0; i < count && to < cells.length; i++, to += step) {
                    cells[to] = encoded[at + i];
                }
                at += count;
            } else if (control != Byte.MIN_VALUE && at < encoded.length) {
                byte value = encoded[at++];
                if (step == 1) {
                    int end = Math.min(cells.length, to + 1 - control);
                    Arrays.fill(cells, to, end, value);
                    to = end;
                } else {
                    for (int i = 1 - control; i > 0 && to < cells.length; i--, to += step) {
                        cells[to] = value;
                    }
                }
            }
        }
        return to >= cells.length;
    }
}

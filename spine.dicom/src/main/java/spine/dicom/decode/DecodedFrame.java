package spine.dicom.decode;

import java.util.List;
import java.util.Objects;

/**
 * The native pixels of a frame.
 *
 * @param cells {@link FrameFormat#length()} bytes: cells row by row, the samples of a pixel together, each of
 *        {@link FrameFormat#bytesPerCell()} bytes in little endian
 * @param notes sentences on what was in doubt, such as a codestream that contradicts the header; usually none
 */
public record DecodedFrame(byte[] cells, List<String> notes) {

    public DecodedFrame {
        Objects.requireNonNull(cells, "cells");
        notes = List.copyOf(notes);
    }

    /** A frame without notes. */
    public static DecodedFrame of(byte[] cells) {
        return new DecodedFrame(cells, List.of());
    }
}

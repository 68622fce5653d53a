package spine.dicom.decode;

import java.util.List;
import java.util.Objects;
import spine.api.image.Note;

/**
 * The native pixels of a frame.
 *
 * @param cells {@link FrameFormat#length()} bytes: cells row by row, the samples of a pixel together, each of
 *        {@link FrameFormat#bytesPerCell()} bytes in little endian
 * @param notes what was in doubt, such as a codestream that contradicts the header; usually none
 */
public record DecodedFrame(byte[] cells, List<Note> notes) {

    public DecodedFrame {
        Objects.requireNonNull(cells, "cells");
        notes = List.copyOf(notes);
    }

    /** A frame without notes. */
    public static DecodedFrame of(byte[] cells) {
        return new DecodedFrame(cells, List.of());
    }
}

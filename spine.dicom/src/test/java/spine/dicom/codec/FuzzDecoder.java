package spine.dicom.codec;

import java.util.Arrays;
import spine.api.UnusableInputException;
import spine.dicom.decode.DecodedFrame;
import spine.dicom.decode.FrameDecoder;
import spine.dicom.decode.FrameFormat;

/**
 * What the fuzzer calls for one decoder: the first byte of an input says which of a few headers the frame has, the others are the frame.
 */
public final class FuzzDecoder {
    static final int SIZE = 16;
    private static final FrameFormat[] FORMATS = {format(1, 16, 16, false), format(1, 16, 12, true), format(1, 8, 8, false),
        format(3, 8, 8, false)};
    private static FrameDecoder decoder;

    private FuzzDecoder() {
    }

    /** @param arguments the transfer syntax UID */
    public static void fuzzerInitialize(String[] arguments) {
        decoder = BuiltInDecoders.bySyntax().get(arguments[0]);
    }

    /** Returns for every input; any exception is a finding. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length > 0) {
            decode(decoder, data);
        }
    }

    static void decode(FrameDecoder decoder, byte[] data) {
        FrameFormat format = FORMATS[data[0] & 3];
        byte[] frame = Arrays.copyOfRange(data, 1, data.length);
        try {
            DecodedFrame decoded = decoder.decode(frame, format, "input");
            if (decoded.cells().length != format.length()) {
                throw new IllegalStateException(decoded.cells().length + " bytes in place of " + format.length());
            }
        } catch (UnusableInputException refused) {
            if (!refused.getMessage().startsWith("input ")) {
                throw new IllegalStateException("a sentence that does not name the input", refused);
            }
        }
    }

    private static FrameFormat format(int samples, int allocated, int stored, boolean signed) {
        return new FrameFormat(SIZE, SIZE, samples, allocated, stored, stored - 1, signed, false, samples == 1 ? "MONOCHROME2" : "RGB");
    }
}

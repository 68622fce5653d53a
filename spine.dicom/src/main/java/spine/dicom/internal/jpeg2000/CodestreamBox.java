package spine.dicom.internal.jpeg2000;

import java.nio.ByteBuffer;
import spine.api.UnusableInputException;

/** Finds the codestream in a frame. DICOM has it bare (PS3.5 A.4.4); some writers leave the boxes of a JP2 file around it (I.4). */
final class CodestreamBox {
    private static final int CODESTREAM_BEGIN = 0xff4fff51;
    private static final int SIGNATURE_BOX = 0x6a502020;
    private static final int CODESTREAM_BOX = 0x6a703263;
    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;

    private CodestreamBox() {
    }

    static int find(byte[] encoded, String name) throws UnusableInputException {
        ByteBuffer in = ByteBuffer.wrap(encoded);
        if (encoded.length >= HEADER && in.getInt(0) == CODESTREAM_BEGIN) {
            return 0;
        }
        if (encoded.length >= HEADER && in.getInt(Integer.BYTES) == SIGNATURE_BOX) {
            long at = 0;
            while (at + LONG_HEADER <= encoded.length) {
                long length = Integer.toUnsignedLong(in.getInt((int) at));
                int header = length == 1 ? LONG_HEADER : HEADER;
                if (in.getInt((int) at + Integer.BYTES) == CODESTREAM_BOX) {
                    if (at + header + HEADER <= encoded.length && in.getInt((int) at + header) == CODESTREAM_BEGIN) {
                        return (int) at + header;
                    }
                    break;
                }
                long whole = length == 1 ? in.getLong((int) at + HEADER) : length;
                if (whole < header || whole > encoded.length - at) {
                    break;
                }
                at += whole;
            }
        }
        throw new UnusableInputException(name + " is damaged: its compressed pixels are no JPEG 2000 codestream");
    }
}

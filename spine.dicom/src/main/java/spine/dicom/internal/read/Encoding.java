package spine.dicom.internal.read;

import java.io.IOException;
import spine.dicom.TransferSyntax;
import spine.dicom.internal.vr.Vr;

/**
 * How elements are laid out.
 *
 * @param explicit whether the value representation stands in the file
 */
record Encoding(boolean explicit, boolean bigEndian) {
    static final Encoding EXPLICIT = new Encoding(true, false);
    static final Encoding IMPLICIT = new Encoding(false, false);
    static final Encoding EXPLICIT_BIG_ENDIAN = new Encoding(true, true);

    /** @param transferSyntax UID; an unknown one counts as explicit little endian, as all encapsulated ones are */
    static Encoding of(String transferSyntax) {
        return switch (transferSyntax) {
            case TransferSyntax.IMPLICIT_LITTLE_ENDIAN -> IMPLICIT;
            case TransferSyntax.EXPLICIT_BIG_ENDIAN -> EXPLICIT_BIG_ENDIAN;
            default -> EXPLICIT;
        };
    }

    /** Files and sequence items now and then are not encoded as announced: two letters that name a VR decide. */
    Encoding asFoundIn(ByteSource in) throws IOException {
        if (!in.has(8)) {
            return this;
        }
        boolean named = Vr.of(in.peek(4), in.peek(5)) != null;
        return named == explicit ? this : new Encoding(named, bigEndian);
    }

    /** A guess for a data set without file meta information, which begins with group 0008. */
    static Encoding guess(ByteSource in) throws IOException {
        boolean big = in.has(2) && in.peekShort(0, false) >= 0x0100 && in.peekShort(0, true) < 0x0100;
        return new Encoding(true, big).asFoundIn(in);
    }
}

package spine.dicom.internal.read;

import java.io.IOException;
import spine.api.UnusableInputException;
import spine.dicom.internal.vr.TagDictionary;
import spine.dicom.internal.vr.Vr;

/**
 * What stands before a value.
 *
 * @param vr as the file names it, else as the dictionary does
 * @param length of the value in bytes, or {@link #UNDEFINED}
 */
record ElementHeader(int tag, Vr vr, long length) {
    static final long UNDEFINED = 0xffffffffL;
    static final int ITEM = 0xfffee000;
    static final int ITEM_DELIMITER = 0xfffee00d;
    static final int SEQUENCE_DELIMITER = 0xfffee0dd;

    /**
     * Reads an element header. An element without two capital letters where the representation belongs is taken for an
     * implicit one; letters that name no representation are passed over as those of a short header.
     */
    static ElementHeader read(ByteSource in, Encoding encoding, boolean signedPixels) throws IOException, UnusableInputException {
        boolean big = encoding.bigEndian();
        int tag = in.tag(big);
        Vr known = TagDictionary.vr(tag, signedPixels);
        if (!encoding.explicit() || !Vr.areCapitals(in.peek(0), in.peek(1))) {
            return new ElementHeader(tag, known, in.unsignedInt(big));
        }
        Vr named = Vr.of(in.peek(0), in.peek(1));
        if (named != null && named.hasLongHeader()) {
            in.skip(4);
            return new ElementHeader(tag, named, in.unsignedInt(big));
        }
        in.skip(2);
        return new ElementHeader(tag, named == null ? known : named, in.unsignedShort(big));
    }

    /** Reads the header of an item or delimiter, which never has a representation. */
    static ElementHeader readItem(ByteSource in, Encoding encoding) throws IOException, UnusableInputException {
        return new ElementHeader(in.tag(encoding.bigEndian()), Vr.UN, in.unsignedInt(encoding.bigEndian()));
    }

    boolean hasUndefinedLength() {
        return length == UNDEFINED;
    }
}

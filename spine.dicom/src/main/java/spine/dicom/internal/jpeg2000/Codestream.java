package spine.dicom.internal.jpeg2000;

import spine.api.UnusableInputException;

/**
 * A codestream and what it says of itself in SIZ (A.5.1).
 *
 * @param bytes of the frame, with right numbers of tile-parts
 * @param offset where it begins within the encoded frame, which may have boxes around it
 * @param rows of the image
 * @param columns of the image
 * @param components number of them
 * @param precision bits of a sample, the same in all components
 * @param signed whether samples are signed, the same in all components
 */
record Codestream(byte[] bytes, int offset, long rows, long columns, int components, int precision, boolean signed) {

    Codestream of(byte[] corrected) {
        return new Codestream(corrected, offset, rows, columns, components, precision, signed);
    }

    /** @throws UnusableInputException if it has components of different kinds or sizes, or more packets than a decoder should go through */
    static Codestream of(byte[] encoded, String name) throws UnusableInputException {
        int offset = CodestreamBox.find(encoded, name);
        return new CodestreamHeader(encoded, offset, name).read();
    }
}

package spine.tck.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** A Part 10 file, written down by hand (PS3.10 7.1). */
final class RawFile {
    private static final byte[] PREAMBLE = new byte[128];
    private static final byte[] MAGIC = "DICM".getBytes(StandardCharsets.US_ASCII);

    private RawFile() {
    }

    static byte[] of(Encoding encoding, DicomObject dataSet, boolean undefinedLengths) {
        byte[] elements = new RawElements(encoding, undefinedLengths).add(dataSet).toByteArray();
        return of(encoding.uid(), encoding == Encoding.DEFLATED ? deflated(elements, true) : elements);
    }

    static byte[] of(String transferSyntax, byte[] dataSet) {
        byte[] meta = meta(transferSyntax);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(PREAMBLE);
        file.writeBytes(MAGIC);
        file.writeBytes(explicit(new DicomObject().unsignedLongs(0x00020000, meta.length)));
        file.writeBytes(meta);
        file.writeBytes(dataSet);
        return file.toByteArray();
    }

    /** Group 2 without its length. */
    static byte[] meta(String transferSyntax) {
        return explicit(new DicomObject().text(Tag.TransferSyntaxUID, "UI", transferSyntax));
    }

    private static byte[] explicit(DicomObject object) {
        return new RawElements(Encoding.EXPLICIT, false).add(object).toByteArray();
    }

    /** A piece of a deflated stream that refers to nothing before it. */
    static byte[] deflated(byte[] content) {
        return deflated(content, false);
    }

    private static byte[] deflated(byte[] content, boolean last) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(content);
        if (last) {
            deflater.finish();
        }
        byte[] piece = new byte[content.length + 100];
        int length = deflater.deflate(piece, 0, piece.length, last ? Deflater.NO_FLUSH : Deflater.FULL_FLUSH);
        deflater.end();
        return Arrays.copyOf(piece, length);
    }
}

package spine.dicom.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** A file with fragments of pixels, as right or wrong as a test wants them. */
final class EncapsulatedFile {
    private static final int PREAMBLE = 132;
    private static final int GROUP_LENGTH = 12;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /**
     * @param header without pixel data
     * @param offsets the basic offset table
     */
    EncapsulatedFile(DicomObject header, String transferSyntax, int... offsets) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        new NativeDicomCodec().write(header, written);
        byte[] file = written.toByteArray();
        int metaLength = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(PREAMBLE + 8);
        byte[] uid = transferSyntax.getBytes(StandardCharsets.US_ASCII);
        byte[] even = Arrays.copyOf(uid, uid.length + uid.length % 2);
        bytes.write(file, 0, PREAMBLE);
        little(ByteBuffer.allocate(8 + even.length).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 2).putShort((short) 0x10)
                .put((byte) 'U').put((byte) 'I').putShort((short) even.length).put(even));
        int dataSet = PREAMBLE + GROUP_LENGTH + metaLength;
        bytes.write(file, dataSet, file.length - dataSet);
        little(ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0x7fe0).putShort((short) 0x10)
                .put((byte) 'O').put((byte) 'B').putShort((short) 0).putInt(-1));
        ByteBuffer table = ByteBuffer.allocate(4 * offsets.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(offsets).forEach(table::putInt);
        fragment(table.array());
    }

    /** A header of one grey frame. */
    static DicomObject header(int rows, int columns, int bitsAllocated, int bitsStored) {
        return new DicomObject().text(Tag.SOPClassUID, "UI", "1.2.840.10008.5.1.4.1.1.4").text(Tag.SOPInstanceUID, "UI", "1.2")
                .text(Tag.PhotometricInterpretation, "CS", "MONOCHROME2").unsignedShorts(Tag.SamplesPerPixel, 1)
                .unsignedShorts(Tag.Rows, rows).unsignedShorts(Tag.Columns, columns).unsignedShorts(Tag.BitsAllocated, bitsAllocated)
                .unsignedShorts(Tag.BitsStored, bitsStored).unsignedShorts(Tag.HighBit, bitsStored - 1)
                .unsignedShorts(Tag.PixelRepresentation, 0);
    }

    EncapsulatedFile fragment(byte... content) {
        return announced(content.length, content);
    }

    /** A fragment whose header announces another length than it has. */
    EncapsulatedFile announced(long length, byte... content) {
        little(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(0xe000fffe).putInt((int) length));
        bytes.writeBytes(content);
        return this;
    }

    Path write(Path file) throws IOException {
        little(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(0xe0ddfffe).putInt(0));
        return Files.write(file, bytes.toByteArray());
    }

    private void little(ByteBuffer buffer) {
        bytes.writeBytes(buffer.array());
    }
}

package spine.deidentify.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import spine.api.UnusableInputException;
import spine.dicom.DicomElement;
import spine.dicom.DicomFile;
import spine.dicom.DicomObject;
import spine.dicom.PixelData;
import spine.dicom.Tag;

/** The pixel data of an image as an element, encoded as it is; native pixels in little endian. */
final class EncodedPixels {
    private static final String STANDARD_SYNTAX = "1\\.2\\.840\\.10008\\.[0-9.]{1,40}";
    private static final int EXTENDED_OFFSET_TABLE = 0x7FE00001;
    private static final int EXTENDED_OFFSET_TABLE_LENGTHS = 0x7FE00002;

    private EncodedPixels() {
    }

    /**
     * Where fragments must be padded, tables of offsets into them would be wrong: they are taken out of the header.
     *
     * @param file has pixel data
     * @param name names it in messages
     * @return pixel data, and the transfer syntax that it is in
     * @throws UnusableInputException if the file ends before its pixels do, has more than fit an array, or is compressed and does not say
     *     how
     */
    static DicomObject of(DicomFile file, String name) throws UnusableInputException, IOException {
        PixelData pixels = file.pixelData().orElseThrow();
        DicomObject header = file.header();
        DicomObject encoded = new DicomObject().text(Tag.TransferSyntaxUID, "UI", header.text(Tag.TransferSyntaxUID));
        if (!pixels.isEncapsulated()) {
            String vr = header.integer(Tag.BitsAllocated, 0) > Byte.SIZE ? "OW" : "OB";
            return encoded.put(DicomElement.of(Tag.PixelData, vr, fragment(pixels, 0, name)));
        }
        if (!header.text(Tag.TransferSyntaxUID).matches(STANDARD_SYNTAX)) {
            throw new UnusableInputException(name + " does not say how its pixels are compressed (TransferSyntaxUID)");
        }
        List<byte[]> fragments = new ArrayList<>();
        boolean padded = false;
        for (int i = 0; i < pixels.fragments(); i++) {
            fragments.add(fragment(pixels, i, name));
            padded |= fragments.get(i).length % 2 == 1;
        }
        if (padded) {
            header.remove(EXTENDED_OFFSET_TABLE).remove(EXTENDED_OFFSET_TABLE_LENGTHS);
        }
        fragments.add(0, padded ? new byte[0] : table(pixels.offsetTable()));
        return encoded.put(DicomElement.encapsulated(Tag.PixelData, fragments));
    }

    private static byte[] fragment(PixelData pixels, int fragment, String name) throws UnusableInputException, IOException {
        if (pixels.length(fragment) > Integer.MAX_VALUE - Long.BYTES) {
            throw new UnusableInputException(name + " has pixels of more than 2 GB");
        }
        return pixels.read(fragment, 0, (int) pixels.length(fragment));
    }

    private static byte[] table(long[] offsets) {
        ByteBuffer table = ByteBuffer.allocate(offsets.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long offset : offsets) {
            table.putInt((int) offset);
        }
        return table.array();
    }
}

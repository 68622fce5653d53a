package spine.io.dimse.service;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import spine.api.UnusableInputException;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.codec.EncodedDataSet;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dimse.toolkit.ProtocolException;

/**
 * The small data sets of queries and of storage commitment. They are sent in implicit VR little endian, which every node takes
 * (PS3.5 10.1).
 */
public final class SmallDataSet {
    /** Bytes, of 5,000 objects that are named with their classes. */
    public static final int LARGEST = 1 << 20;
    private static final int HEADER = 8;
    private static final int ITEM = 0xfffee000;

    private SmallDataSet() {
    }

    /** In implicit VR little endian. */
    public static byte[] encode(DicomObject object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        object.elements().forEach(element -> write(bytes, element.tag(), value(element)));
        return bytes.toByteArray();
    }

    private static byte[] value(DicomElement element) {
        if (element.items() == null) {
            return element.bytes();
        }
        ByteArrayOutputStream items = new ByteArrayOutputStream();
        element.items().forEach(item -> write(items, ITEM, encode(item)));
        return items.toByteArray();
    }

    private static void write(ByteArrayOutputStream bytes, int tag, byte[] value) {
        bytes.writeBytes(ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN).putShort((short) (tag >>> 16)).putShort((short) tag)
                .putInt(value.length).array());
        bytes.writeBytes(value);
    }

    /**
     * Reads one of at most 1 MB, by the reader of files.
     *
     * @param sopClass of what it belongs to
     */
    public static DicomObject decode(InputStream dataSet, String sopClass, String transferSyntax) throws IOException {
        byte[] bytes = dataSet.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw ProtocolException.invalid("a data set is larger than " + LARGEST + " bytes");
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new EncodedDataSet(sopClass, sopClass, transferSyntax).writeFileHead(file, "");
        file.writeBytes(bytes);
        try {
            return new NativeDicomCodec().read(new ByteArrayInputStream(file.toByteArray()), "the answer", false);
        } catch (UnusableInputException damaged) {
            throw ProtocolException.invalid("a data set is damaged");
        }
    }
}

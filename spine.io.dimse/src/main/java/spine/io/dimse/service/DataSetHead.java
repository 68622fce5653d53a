package spine.io.dimse.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import spine.dicom.Tag;
import spine.dicom.TransferSyntax;
import spine.io.dimse.ReceivedObject;

/**
 * The first bytes of a data set, where it says which object it is: SOPClassUID (0008,0016) and SOPInstanceUID (0008,0018) are among its
 * first elements (PS3.5 7.1). What cannot be told from the head, such as behind a sequence of undefined length, is not doubted.
 */
final class DataSetHead {
    private static final int LENGTH = 4096;
    private static final int HEADER = 8;

    private final byte[] raw;
    private final ByteBuffer bytes;
    private final boolean explicit;
    private String sopClass = "";
    private String sopInstance = "";
    private boolean complete;
    private boolean damaged;

    private DataSetHead(byte[] raw, byte[] plain, String transferSyntax) {
        this.raw = raw;
        this.explicit = !transferSyntax.equals(TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
        this.bytes = ByteBuffer.wrap(plain).order(transferSyntax.equals(TransferSyntax.EXPLICIT_BIG_ENDIAN)
                ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    static DataSetHead read(InputStream dataSet, String transferSyntax) throws IOException {
        byte[] raw = dataSet.readNBytes(LENGTH);
        byte[] plain = transferSyntax.equals(TransferSyntax.DEFLATED) ? inflated(raw) : raw;
        DataSetHead head = new DataSetHead(raw, plain, transferSyntax);
        head.scan();
        return head;
    }

    /** Deflated bytes that are damaged inflate to fewer, down to none. */
    private static byte[] inflated(byte[] raw) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(raw);
            byte[] plain = new byte[LENGTH];
            int count = inflater.inflate(plain);
            return Arrays.copyOf(plain, count);
        } catch (DataFormatException noDeflate) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    /** Whether it begins with anything but an element of the first groups. */
    boolean isNoDataSet() {
        return damaged;
    }

    boolean contradicts(ReceivedObject announced) {
        return complete && !(sopClass.equals(announced.sopClass()) && sopInstance.equals(announced.sopInstance()));
    }

    /** The whole data set. */
    InputStream followedBy(InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(raw), rest);
    }

    private void scan() {
        damaged = bytes.remaining() < HEADER;
        while (bytes.remaining() >= HEADER) {
            int tag = (bytes.getShort() & 0xffff) << 16 | bytes.getShort() & 0xffff;
            if (Integer.compareUnsigned(tag, Tag.SOPInstanceUID) > 0) {
                complete = true;
                damaged = tag >>> 16 > 0xff && sopInstance.isEmpty();
                return;
            }
            long length = length();
            if (length < 0 || length > bytes.remaining()) {
                return;
            }
            byte[] value = new byte[(int) length];
            bytes.get(value);
            take(tag, new String(value, StandardCharsets.ISO_8859_1).strip().replace("\0", ""));
        }
    }

    private void take(int tag, String value) {
        if (tag == Tag.SOPClassUID) {
            sopClass = value;
        } else if (tag == Tag.SOPInstanceUID) {
            sopInstance = value;
        }
    }

    /** Goes to the value. Negative if it is not known how long it is. */
    private long length() {
        if (!explicit) {
            return bytes.getInt();
        }
        byte[] vr = {bytes.get(), bytes.get()};
        String name = new String(vr, StandardCharsets.ISO_8859_1);
        if (!name.matches("[A-Z]{2}")) {
            return -1;
        }
        int shortLength = bytes.getShort() & 0xffff;
        if (!name.matches("O[BDFLVW]|S[QV]|U[CNRTV]")) {
            return shortLength;
        }
        return bytes.remaining() < 4 ? -1 : bytes.getInt();
    }
}

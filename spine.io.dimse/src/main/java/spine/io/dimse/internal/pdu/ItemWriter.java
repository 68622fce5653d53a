package spine.io.dimse.internal.pdu;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds items (PS3.8 9.3.2.2) and the PDUs that hold them; numbers are big endian. */
final class ItemWriter {
    private static final int TITLE = 16;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ItemWriter number(int value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            bytes.write(value >>> 8 * i);
        }
        return this;
    }

    ItemWriter raw(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    ItemWriter text(String value) {
        return raw(value.getBytes(StandardCharsets.US_ASCII));
    }

    /** 16 characters, filled with blanks. */
    ItemWriter title(String title) {
        byte[] field = new byte[TITLE];
        Arrays.fill(field, (byte) ' ');
        byte[] ascii = title.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ascii, 0, field, 0, Math.min(TITLE, ascii.length));
        return raw(field);
    }

    ItemWriter item(int type, ItemWriter content) {
        byte[] value = content.bytes.toByteArray();
        return number(type, 1).number(0, 1).number(value.length, 2).raw(value);
    }

    ItemWriter item(int type, String value) {
        return item(type, new ItemWriter().text(value));
    }

    /** All of it as the body of a PDU. */
    byte[] pdu(int type) {
        byte[] body = bytes.toByteArray();
        return new ItemWriter().number(type, 1).number(0, 1).number(body.length, 4).raw(body).bytes.toByteArray();
    }
}

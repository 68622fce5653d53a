package spine.io.dimse.tck.peer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import spine.dicom.DicomObject;
import spine.io.dimse.service.SmallDataSet;

/** Command sets (PS3.7 6.3): elements of group 0 in implicit little endian. */
public final class Commands {
    public static final int SOP_CLASS = 0x0002;
    public static final int FIELD = 0x0100;
    public static final int MESSAGE = 0x0110;
    public static final int ANSWERED = 0x0120;
    public static final int DATA_SET = 0x0800;
    public static final int STATUS = 0x0900;
    public static final int SOP_INSTANCE = 0x1000;
    public static final int EVENT = 0x1002;
    public static final int NO_DATA_SET = 0x0101;

    private Commands() {
    }

    /** @param command without group length and without type of data set */
    public static byte[] encode(DicomObject command, boolean withDataSet) {
        byte[] rest = SmallDataSet.encode(command.unsignedShorts(DATA_SET, withDataSet ? 0 : NO_DATA_SET));
        return ByteBuffer.allocate(12 + rest.length).order(ByteOrder.LITTLE_ENDIAN).putInt(0).putInt(4).putInt(rest.length).put(rest)
                .array();
    }

    public static DicomObject decode(byte[] bytes) {
        DicomObject command = new DicomObject();
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            int tag = in.getShort() << 16 | in.getShort() & 0xffff;
            byte[] value = new byte[in.getInt()];
            in.get(value);
            boolean text = tag == SOP_CLASS || tag == 3 || tag == SOP_INSTANCE || tag == 0x1001;
            if (text) {
                command.text(tag, "UI", new String(value, StandardCharsets.US_ASCII).replace("\0", ""));
            } else if (value.length == 2) {
                command.unsignedShorts(tag, value[0] & 0xff | (value[1] & 0xff) << 8);
            }
        }
        return command;
    }
}

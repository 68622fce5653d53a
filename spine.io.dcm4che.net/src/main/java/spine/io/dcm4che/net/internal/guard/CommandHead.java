package spine.io.dcm4che.net.internal.guard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import spine.io.dimse.toolkit.ProtocolException;

/**
 * What a command set says of its message (PS3.7 6.3).
 *
 * @param field command field; bit 0x8000 is that of a response
 * @param answered identifier of the request that a response is for
 * @param hasDataSet whether a data set follows
 */
public record CommandHead(int field, int answered, boolean hasDataSet) {
    private static final int RESPONSE = 0x8000;
    private static final int HEADER = 8;
    private static final int FIELD = 0x0100;
    private static final int ANSWERED = 0x0120;
    private static final int DATA_SET_TYPE = 0x0800;
    private static final int NO_DATA_SET = 0x0101;

    public boolean isResponse() {
        return (field & RESPONSE) != 0;
    }

    /** Elements of group 0 and known length alone: what dcm4che's parser meets then has no sequences. */
    static CommandHead decode(byte[] bytes) throws ProtocolException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int field = -1;
        int answered = -1;
        int dataSet = NO_DATA_SET;
        while (in.hasRemaining()) {
            if (in.remaining() < HEADER) {
                throw damaged();
            }
            int group = in.getShort();
            int element = in.getShort() & 0xffff;
            int length = in.getInt();
            if (group != 0 || length < 0 || length > in.remaining()) {
                throw damaged();
            }
            int value = length == 2 ? in.getShort(in.position()) & 0xffff : -1;
            in.position(in.position() + length);
            switch (element) {
                case FIELD -> field = value;
                case ANSWERED -> answered = value;
                case DATA_SET_TYPE -> dataSet = value;
                default -> { }
            }
        }
        if (field < 0) {
            throw damaged();
        }
        return new CommandHead(field, answered, dataSet != NO_DATA_SET);
    }

    private static ProtocolException damaged() {
        return ProtocolException.invalid("a command set is damaged");
    }
}

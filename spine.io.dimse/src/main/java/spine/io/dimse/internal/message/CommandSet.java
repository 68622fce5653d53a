package spine.io.dimse.internal.message;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.service.SmallDataSet;
import spine.io.dimse.toolkit.ProtocolException;

/** The command set of a message, always implicit VR little endian (PS3.7 6.3.1). */
public record CommandSet(DicomObject elements) {
    private static final int NO_DATA_SET = 0x0101;
    private static final int WITH_DATA_SET = 0x0000;
    private static final int HEADER = 8;
    private static final int NONE = -1;

    /** A request about an object; {@code sopInstance} is empty for C-ECHO. */
    public static CommandSet request(int field, int messageId, String sopClass, String sopInstance, boolean withDataSet) {
        DicomObject elements = new DicomObject().text(CommandTag.AffectedSOPClassUID, "UI", sopClass)
                .unsignedShorts(CommandTag.CommandField, field).unsignedShorts(CommandTag.MessageID, messageId)
                .unsignedShorts(CommandTag.CommandDataSetType, withDataSet ? WITH_DATA_SET : NO_DATA_SET);
        if (!sopInstance.isEmpty()) {
            elements.unsignedShorts(CommandTag.Priority, 0).text(CommandTag.AffectedSOPInstanceUID, "UI", sopInstance);
        }
        return new CommandSet(elements);
    }

    /** C-FIND, C-GET (PS3.7 9.1.2, 9.1.3), and C-MOVE but for its destination; an identifier follows. */
    public static CommandSet query(int field, int messageId, String sopClass) {
        return new CommandSet(new DicomObject().text(CommandTag.AffectedSOPClassUID, "UI", sopClass)
                .unsignedShorts(CommandTag.CommandField, field).unsignedShorts(CommandTag.MessageID, messageId)
                .unsignedShorts(CommandTag.Priority, 0).unsignedShorts(CommandTag.CommandDataSetType, WITH_DATA_SET));
    }

    /** N-ACTION (PS3.7 10.1.4); its information follows. */
    public static CommandSet action(int messageId, String sopClass, String sopInstance, int action) {
        return new CommandSet(new DicomObject().text(CommandTag.RequestedSOPClassUID, "UI", sopClass)
                .unsignedShorts(CommandTag.CommandField, CommandField.N_ACTION_RQ).unsignedShorts(CommandTag.MessageID, messageId)
                .unsignedShorts(CommandTag.CommandDataSetType, WITH_DATA_SET)
                .text(CommandTag.RequestedSOPInstanceUID, "UI", sopInstance).unsignedShorts(CommandTag.ActionTypeID, action));
    }

    /** The same with the AE title of the node that a C-MOVE sends to. */
    public CommandSet to(String destination) {
        elements.text(CommandTag.MoveDestination, "AE", destination);
        return this;
    }

    /** The response to this request, without a data set. */
    public CommandSet response(DimseStatus status) {
        DicomObject answer = new DicomObject().unsignedShorts(CommandTag.CommandField, field() | CommandField.RESPONSE)
                .unsignedShorts(CommandTag.MessageIDBeingRespondedTo, messageId())
                .unsignedShorts(CommandTag.CommandDataSetType, NO_DATA_SET).unsignedShorts(CommandTag.Status, status.code());
        for (int named : new int[] {CommandTag.AffectedSOPClassUID, CommandTag.AffectedSOPInstanceUID, CommandTag.EventTypeID}) {
            elements.element(named).ifPresent(answer::put);
        }
        if (!status.comment().isEmpty()) {
            answer.text(CommandTag.ErrorComment, "LO", status.comment());
        }
        return new CommandSet(answer);
    }

    public int field() {
        return elements.integer(CommandTag.CommandField, NONE);
    }

    public int messageId() {
        return elements.integer(CommandTag.MessageID, 0);
    }

    /** Of a response: the request that it answers. */
    public int answeredId() {
        return elements.integer(CommandTag.MessageIDBeingRespondedTo, NONE);
    }

    public String sopClass() {
        return elements.text(CommandTag.AffectedSOPClassUID);
    }

    public String sopInstance() {
        return elements.text(CommandTag.AffectedSOPInstanceUID);
    }

    public boolean hasDataSet() {
        return elements.integer(CommandTag.CommandDataSetType, NO_DATA_SET) != NO_DATA_SET;
    }

    public DimseStatus status() {
        return new DimseStatus(elements.integer(CommandTag.Status, DimseStatus.PROCESSING_FAILURE.code()),
                elements.text(CommandTag.ErrorComment));
    }

    byte[] encode() {
        byte[] rest = SmallDataSet.encode(elements);
        byte[] length = SmallDataSet.encode(new DicomObject().unsignedLongs(CommandTag.GroupLength, rest.length));
        return ByteBuffer.allocate(length.length + rest.length).put(length).put(rest).array();
    }

    /** The length of the group is not needed, and wrong now and then. */
    static CommandSet decode(byte[] bytes) throws ProtocolException {
        DicomObject elements = new DicomObject();
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            if (in.remaining() < HEADER) {
                throw ProtocolException.invalid("a command set is cut off");
            }
            int tag = in.getShort() << 16 | in.getShort() & 0xffff;
            int length = in.getInt();
            if (tag >>> 16 != 0 || length < 0 || length > in.remaining()) {
                throw ProtocolException.invalid("a command set is damaged");
            }
            byte[] value = Arrays.copyOfRange(bytes, in.position(), in.position() + length);
            in.position(in.position() + length);
            if (tag != CommandTag.GroupLength) {
                elements.put(DicomElement.of(tag, CommandTag.vr(tag), value));
            }
        }
        CommandSet command = new CommandSet(elements);
        if (command.field() == NONE) {
            throw ProtocolException.invalid("a command set does not say which command it is");
        }
        return command;
    }
}

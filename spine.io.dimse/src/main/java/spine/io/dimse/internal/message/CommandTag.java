package spine.io.dimse.internal.message;

/** Elements of command sets (PS3.7 annex E.1). */
public final class CommandTag {
    public static final int GroupLength = 0x00000000;
    public static final int AffectedSOPClassUID = 0x00000002;
    public static final int RequestedSOPClassUID = 0x00000003;
    public static final int CommandField = 0x00000100;
    public static final int MessageID = 0x00000110;
    public static final int MessageIDBeingRespondedTo = 0x00000120;
    public static final int MoveDestination = 0x00000600;
    public static final int Priority = 0x00000700;
    public static final int CommandDataSetType = 0x00000800;
    public static final int Status = 0x00000900;
    public static final int ErrorComment = 0x00000902;
    public static final int AffectedSOPInstanceUID = 0x00001000;
    public static final int RequestedSOPInstanceUID = 0x00001001;
    public static final int EventTypeID = 0x00001002;
    public static final int ActionTypeID = 0x00001008;
    public static final int NumberOfCompletedSuboperations = 0x00001021;
    public static final int NumberOfFailedSuboperations = 0x00001022;
    public static final int NumberOfWarningSuboperations = 0x00001023;

    private CommandTag() {
    }

    /** The value representation, which is not written in a command set; UN for an element that is not known. */
    static String vr(int tag) {
        return switch (tag) {
            case 0x0000, 0x0001 -> "UL";
            case 0x0002, 0x0003, 0x1000, 0x1001 -> "UI";
            case 0x0100, 0x0110, 0x0120, 0x0700, 0x0800, 0x0900, 0x0903, 0x1002, 0x1008, 0x1020, 0x1021, 0x1022, 0x1023, 0x1031 -> "US";
            case 0x0600, 0x1030 -> "AE";
            case 0x0901, 0x1005 -> "AT";
            case 0x0902 -> "LO";
            default -> "UN";
        };
    }
}

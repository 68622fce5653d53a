package spine.io.dimse.internal.message;

/** Values of Command Field (0000,0100) (PS3.7 annex E.1). */
public final class CommandField {
    public static final int C_STORE_RQ = 0x0001;
    public static final int C_GET_RQ = 0x0010;
    public static final int C_FIND_RQ = 0x0020;
    public static final int C_MOVE_RQ = 0x0021;
    public static final int C_ECHO_RQ = 0x0030;
    public static final int N_EVENT_REPORT_RQ = 0x0100;
    public static final int N_ACTION_RQ = 0x0130;
    public static final int C_CANCEL_RQ = 0x0FFF;
    /** Set in every response; the other bits are those of its request. */
    public static final int RESPONSE = 0x8000;

    private CommandField() {
    }
}

package spine.io.dimse.internal.message;

/** Values of Command Field (0000,0100) (PS3.7 annex E.1). */
public final class CommandField {
    public static final int C_STORE_RQ = 0x0001;
    public static final int C_ECHO_RQ = 0x0030;
    public static final int C_CANCEL_RQ = 0x0FFF;
    /** Set in every response; the other bits are those of its request. */
    public static final int RESPONSE = 0x8000;

    private CommandField() {
    }
}

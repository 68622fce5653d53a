package spine.io.dimse;

/**
 * How an operation ended (PS3.7 annex C; for storage PS3.4 table B.2-1).
 *
 * @param code 0 to 0xFFFF
 * @param comment for the other side, at most 64 characters, may be empty; never about the patient
 */
public record DimseStatus(int code, String comment) {
    public static final DimseStatus SUCCESS = new DimseStatus(0x0000, "");
    public static final DimseStatus PROCESSING_FAILURE = new DimseStatus(0x0110, "");
    public static final DimseStatus INVALID_INSTANCE = new DimseStatus(0x0117, "the SOP instance UID is not valid");
    public static final DimseStatus UNRECOGNIZED_OPERATION = new DimseStatus(0x0211, "");
    public static final DimseStatus OUT_OF_RESOURCES = new DimseStatus(0xA700, "");
    public static final DimseStatus OTHER_OBJECT = new DimseStatus(0xA900, "the data set is not the object that the command names");
    public static final DimseStatus NOT_UNDERSTOOD = new DimseStatus(0xC000, "");

    private static final int MOST_COMMENT = 64;

    public DimseStatus {
        if (code < 0 || code > 0xffff) {
            throw new IllegalArgumentException("no status: " + code);
        }
        comment = comment.length() > MOST_COMMENT ? comment.substring(0, MOST_COMMENT) : comment;
    }

    /** The same status with another comment. */
    public DimseStatus because(String reason) {
        return new DimseStatus(code, reason);
    }

    public boolean isSuccess() {
        return code == 0;
    }

    /** Whether it was done with a remark: 0x0001, 0x0107, 0x0116 and all of 0xBxxx (PS3.7 C.3). */
    public boolean isWarning() {
        return code == 0x0001 || code == 0x0107 || code == 0x0116 || code >>> 12 == 0xb;
    }

    /** Code, meaning and comment, such as {@code 0xA700 out of resources (disk is full)}. */
    @Override
    public String toString() {
        return String.format("0x%04X %s", code, meaning()) + (comment.isEmpty() ? "" : " (" + comment + ")");
    }

    private String meaning() {
        return switch (code) {
            case 0x0000 -> "success";
            case 0x0110 -> "processing failure";
            case 0x0111 -> "duplicate SOP instance";
            case 0x0117 -> "invalid SOP instance";
            case 0x0122 -> "SOP class not supported";
            case 0x0124 -> "not authorized";
            case 0x0211 -> "unrecognized operation";
            case 0x0212 -> "mistyped argument";
            case 0xa801 -> "the AE title to send to is not known there";
            default -> classMeaning();
        };
    }

    private String classMeaning() {
        if (isWarning()) {
            return "done with a warning";
        }
        if (code >>> 8 == 0xa7) {
            return "out of resources";
        }
        if (code >>> 8 == 0xa9) {
            return "data set does not match the SOP class";
        }
        return code >>> 12 == 0xc ? "cannot understand or process" : "failure";
    }
}

package spine.dicom;

/** UIDs of the transfer syntaxes with native pixels (PS3.6 table A-1); all others are explicit little endian with encapsulated ones. */
public final class TransferSyntax {
    public static final String IMPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2";
    public static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";
    public static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    public static final String EXPLICIT_BIG_ENDIAN = "1.2.840.10008.1.2.2";

    private TransferSyntax() {
    }
}

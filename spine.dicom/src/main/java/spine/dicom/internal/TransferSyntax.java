package spine.dicom.internal;

/** The transfer syntaxes the codec tells apart; all others are explicit little endian with encapsulated pixels. */
final class TransferSyntax {
    static final String IMPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2";
    static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";
    static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    static final String EXPLICIT_BIG_ENDIAN = "1.2.840.10008.1.2.2";

    private TransferSyntax() {
    }

    static Encoding encoding(String uid) {
        return switch (uid) {
            case IMPLICIT_LITTLE_ENDIAN -> Encoding.IMPLICIT;
            case EXPLICIT_BIG_ENDIAN -> Encoding.EXPLICIT_BIG_ENDIAN;
            default -> Encoding.EXPLICIT;
        };
    }
}

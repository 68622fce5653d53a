package spine.tck.dicom;

import spine.dicom.TransferSyntax;

/** The transfer syntaxes with native pixels (PS3.5 annex A). */
enum Encoding {
    IMPLICIT(TransferSyntax.IMPLICIT_LITTLE_ENDIAN, false, false),
    EXPLICIT(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, true, false),
    BIG_ENDIAN(TransferSyntax.EXPLICIT_BIG_ENDIAN, true, true),
    DEFLATED(TransferSyntax.DEFLATED, true, false);

    private final String uid;
    private final boolean explicit;
    private final boolean bigEndian;

    Encoding(String uid, boolean explicit, boolean bigEndian) {
        this.uid = uid;
        this.explicit = explicit;
        this.bigEndian = bigEndian;
    }

    String uid() {
        return uid;
    }

    boolean isExplicit() {
        return explicit;
    }

    boolean isBigEndian() {
        return bigEndian;
    }
}

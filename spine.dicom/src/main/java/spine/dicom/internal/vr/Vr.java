package spine.dicom.internal.vr;

/** Value representations (PS3.5 6.2): length of the explicit header, what to swap, what the character set applies to. */
public enum Vr {
    AE, AS, AT(8, 2), CS, DA, DS, DT, FL(8, 4), FD(8, 8), IS, LO, LT, OB(12, 1), OD(12, 8), OF(12, 4), OL(12, 4), OV(12, 8),
    OW(12, 2), PN, SH, SL(8, 4), SQ(12, 1), SS(8, 2), ST, SV(12, 8), TM, UC(12, 1), UI, UL(8, 4), UN(12, 1), UR(12, 1),
    US(8, 2), UT(12, 1), UV(12, 8);

    private static final Vr[] BY_LETTERS = new Vr[26 * 26];

    static {
        for (Vr vr : values()) {
            BY_LETTERS[(vr.name().charAt(0) - 'A') * 26 + vr.name().charAt(1) - 'A'] = vr;
        }
    }

    private final int headerLength;
    private final int wordSize;

    Vr() {
        this(8, 1);
    }

    Vr(int headerLength, int wordSize) {
        this.headerLength = headerLength;
        this.wordSize = wordSize;
    }

    /** The representation of these two letters, null if there is none. */
    public static Vr of(int first, int second) {
        return areCapitals(first, second) ? BY_LETTERS[(first - 'A') * 26 + second - 'A'] : null;
    }

    /** The representation of that name, {@link #UN} if there is none. */
    public static Vr named(String name) {
        Vr vr = name.length() == 2 ? of(name.charAt(0), name.charAt(1)) : null;
        return vr == null ? UN : vr;
    }

    public static boolean areCapitals(int first, int second) {
        return first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
    }

    /** Whether SpecificCharacterSet applies. */
    public boolean isText() {
        return switch (this) {
            case LO, LT, PN, SH, ST, UC, UT -> true;
            default -> false;
        };
    }

    /** Whether the explicit header has 12 bytes in place of 8. */
    public boolean hasLongHeader() {
        return headerLength == 12;
    }

    /** Bytes that change places between the byte orders, 1 if none. */
    public int wordSize() {
        return wordSize;
    }

    /** What fills up a value of odd length. */
    byte padding() {
        return switch (this) {
            case UI, OB, OW, UN, SQ -> 0;
            default -> ' ';
        };
    }
}

package spine.api.anatomy;

import java.util.Arrays;

/**
 * The vertebrae that bound a discovertebral unit, from head to foot, with the names the report uses. {@link #T13} and {@link #L6}
 * are numerical variants, which most people do not have; {@link NumericalVariant} says who has which.
 */
public enum Vertebra {
    C2(1), C3(2), C4(3), C5(4), C6(5), C7(6), T1(7), T2(8), T3(9), T4(10), T5(11), T6(12), T7(13), T8(14), T9(15), T10(16), T11(17),
    T12(18), T13(25), L1(19), L2(20), L3(21), L4(22), L5(23), L6(26), S1(24);

    private static final Vertebra[] BY_CODE = byCode();

    private final int code;

    Vertebra(int code) {
        this.code = code;
    }

    private static Vertebra[] byCode() {
        Vertebra[] all = new Vertebra[values().length + 1];
        Arrays.stream(values()).forEach(level -> all[level.code] = level);
        return all;
    }

    /**
     * Its number in masks and files, which never changes: 1 for C2 to 24 for S1 as most people are counted, 25 for T13, 26 for L6.
     * {@link #ordinal} is the place from head to foot and no number to keep.
     */
    public int code() {
        return code;
    }

    /** Whether most people have it: all but T13 and L6. */
    public boolean usual() {
        return this != T13 && this != L6;
    }

    /** The vertebra of that name, such as {@code T7}. @throws IllegalArgumentException for another word */
    public static Vertebra of(String name) {
        return valueOf(name);
    }

    /** The vertebra of that {@link #code}. @throws IllegalArgumentException for another number */
    public static Vertebra ofCode(int code) {
        if (code < 1 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no vertebra has the code " + code);
        }
        return BY_CODE[code];
    }
}

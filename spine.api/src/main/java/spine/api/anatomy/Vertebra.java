package spine.api.anatomy;

/** The vertebrae that bound a discovertebral unit, from head to foot, with the names the report uses. */
public enum Vertebra {
    C2, C3, C4, C5, C6, C7, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, L1, L2, L3, L4, L5, S1;

    /** The vertebra of that name, such as {@code T7}. @throws IllegalArgumentException for another word */
    public static Vertebra of(String name) {
        return valueOf(name);
    }
}

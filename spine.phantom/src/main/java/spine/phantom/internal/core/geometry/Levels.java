package spine.phantom.internal.core.geometry;

import java.util.ArrayList;
import java.util.List;

/** Names of the vertebrae C2 to S5 and of the units between them; index 0 is C2, 23 is S1. */
public final class Levels {

    /** C2 to S5. */
    public static final int COUNT = 28;
    public static final int C7 = 5;
    public static final int T1 = 6;
    public static final int T12 = 17;
    public static final int L1 = 18;
    public static final int L5 = 22;
    public static final int S1 = 23;
    /** Discovertebral units C2/3 to L5/S1. */
    public static final int UNITS = 23;

    private static final String[] NAMES = names();

    private Levels() {
    }

    /** Name of a vertebra, for example {@code T7}. */
    public static String vertebra(int index) {
        return NAMES[index];
    }

    /** Name of the unit or disc between vertebra {@code index} and the next one, for example {@code T7/8} or {@code C7/T1}. */
    public static String unit(int index) {
        String upper = NAMES[index];
        String lower = NAMES[index + 1];
        return upper.charAt(0) == lower.charAt(0) ? upper + "/" + lower.substring(1) : upper + "/" + lower;
    }

    private static String[] names() {
        List<String> names = new ArrayList<>();
        add(names, "C", 2, 7);
        add(names, "T", 1, 12);
        add(names, "L", 1, 5);
        add(names, "S", 1, 5);
        return names.toArray(String[]::new);
    }

    private static void add(List<String> names, String region, int first, int last) {
        for (int i = first; i <= last; i++) {
            names.add(region + i);
        }
    }
}

package spine.api.anatomy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The level of a disc and of the discovertebral unit around it (lower half of the upper body, disc, upper half of the lower body).
 * Usually there are 23, from C2/3 to L5/S1; a {@link NumericalVariant} has others beside them. Sorted from head to foot.
 *
 * @param upper the vertebra above the disc
 * @param lower the vertebra below it: the next one, in this person
 */
public record DiscLevel(Vertebra upper, Vertebra lower) implements Comparable<DiscLevel> {

    /** The 23 usual levels from head to foot. */
    public static final List<DiscLevel> ALL = all();

    /** The levels that only numerical variants have, in the order of their codes: T11/L1, L4/S1, T12/13, T13/L1, L5/6, L6/S1. */
    public static final List<DiscLevel> VARIANTS = List.of(new DiscLevel(Vertebra.T11, Vertebra.L1),
            new DiscLevel(Vertebra.L4, Vertebra.S1), new DiscLevel(Vertebra.T12, Vertebra.T13), new DiscLevel(Vertebra.T13, Vertebra.L1),
            new DiscLevel(Vertebra.L5, Vertebra.L6), new DiscLevel(Vertebra.L6, Vertebra.S1));

    private static final int FIRST_CODE = 101;
    /** Below 128: masks keep codes as bytes. */
    private static final int[] VARIANT_CODES = {99, 100, 124, 125, 126, 127};
    private static final Comparator<DiscLevel> HEAD_TO_FOOT = Comparator.comparing(DiscLevel::upper).thenComparing(DiscLevel::lower);

    public DiscLevel {
        Objects.requireNonNull(upper, "upper");
        Objects.requireNonNull(lower, "lower");
        if (upper.compareTo(lower) >= 0) {
            throw new IllegalArgumentException("there is no disc between " + upper + " and, below it, " + lower);
        }
    }

    private static List<DiscLevel> all() {
        List<Vertebra> usual = Stream.of(Vertebra.values()).filter(Vertebra::usual).toList();
        List<DiscLevel> all = new ArrayList<>();
        for (int i = 0; i < usual.size() - 1; i++) {
            all.add(new DiscLevel(usual.get(i), usual.get(i + 1)));
        }
        return List.copyOf(all);
    }

    /** The usual level below a vertebra. @throws IllegalArgumentException for T13, L6 and S1 */
    public static DiscLevel below(Vertebra upper) {
        return ALL.stream().filter(level -> level.upper == upper).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no usual disc below " + upper));
    }

    /** The level of that name, usual or not. @throws IllegalArgumentException for another word */
    public static DiscLevel of(String label) {
        return Stream.concat(ALL.stream(), VARIANTS.stream()).filter(level -> level.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no disc level is called " + label));
    }

    /** Whether it is one of the 23. */
    public boolean usual() {
        return ALL.contains(this);
    }

    /** Its place among the 23 usual levels: 0 for C2/3 to 22 for L5/S1. @throws IllegalStateException for another level */
    public int index() {
        int index = ALL.indexOf(this);
        if (index < 0) {
            throw new IllegalStateException(label() + " is not one of the usual levels");
        }
        return index;
    }

    /**
     * Its number in masks and files, which never changes: 101 for C2/3 to 123 for L5/S1; 124 for T12/13, 125 for T13/L1, 126 for L5/6,
     * 127 for L6/S1, 99 for T11/L1, 100 for L4/S1. @throws IllegalStateException for a pair that no numerical variant has
     */
    public int code() {
        int variant = VARIANTS.indexOf(this);
        return variant < 0 ? FIRST_CODE + index() : VARIANT_CODES[variant];
    }

    /** The name the report uses: {@code C2/3}, {@code C7/T1}, {@code L5/S1}. */
    public String label() {
        String above = upper.name();
        String below = lower.name();
        return above + "/" + (above.charAt(0) == below.charAt(0) ? below.substring(1) : below);
    }

    @Override
    public int compareTo(DiscLevel other) {
        return HEAD_TO_FOOT.compare(this, other);
    }

    @Override
    public String toString() {
        return label();
    }
}

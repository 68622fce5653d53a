package spine.api.anatomy;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The level of a disc and of the discovertebral unit around it. There are 23, from C2/3 to L5/S1
 * (lower half of the upper body, disc, upper half of the lower body).
 *
 * @param upper the vertebra above the disc, C2 to L5
 */
public record DiscLevel(Vertebra upper) implements Comparable<DiscLevel> {

    /** All 23 levels from head to foot. */
    public static final List<DiscLevel> ALL =
            IntStream.range(0, Vertebra.values().length - 1).mapToObj(i -> new DiscLevel(Vertebra.values()[i])).toList();

    public DiscLevel {
        if (upper == Vertebra.S1) {
            throw new IllegalArgumentException("there is no disc below S1");
        }
    }

    /** The vertebra below the disc. */
    public Vertebra lower() {
        return Vertebra.values()[upper.ordinal() + 1];
    }

    /** 0 for C2/3 to 22 for L5/S1. */
    public int index() {
        return upper.ordinal();
    }

    /** The name the report uses: {@code C2/3}, {@code C7/T1}, {@code L5/S1}. */
    public String label() {
        String above = upper.name();
        String below = lower().name();
        return above + "/" + (above.charAt(0) == below.charAt(0) ? below.substring(1) : below);
    }

    /** The level of that name. @throws IllegalArgumentException for another word */
    public static DiscLevel of(String label) {
        return ALL.stream().filter(level -> level.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no disc level is called " + label));
    }

    @Override
    public int compareTo(DiscLevel other) {
        return upper.compareTo(other.upper);
    }

    @Override
    public String toString() {
        return label();
    }
}

package spine.deidentify.internal.dataset;

import java.util.Comparator;

/**
 * What was done with an attribute, whatever values it had.
 *
 * @param tag as the standard writes it, with x for the digits that repeat, such as (60xx,xxxx)
 * @param keyword of a listed attribute, else what kind of attribute it is
 * @param action in words
 */
public record Change(String tag, String keyword, String action) implements Comparable<Change> {
    private static final Comparator<Change> ORDER = Comparator.comparing(Change::tag).thenComparing(Change::action)
            .thenComparing(Change::keyword);

    @Override
    public int compareTo(Change other) {
        return ORDER.compare(this, other);
    }
}

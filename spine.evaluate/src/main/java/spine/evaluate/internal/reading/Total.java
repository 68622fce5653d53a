package spine.evaluate.internal.reading;

import java.util.Collection;
import java.util.Comparator;

/** The two totals of SPARCC: the six highest units, as most papers have it, and all units. */
public enum Total {
    SIX("total6", 6),
    ALL("total23", 23);

    /** Of a unit. */
    public static final double HIGHEST_UNIT = 18;

    private final String label;
    private final int units;

    Total(String label, int units) {
        this.label = label;
        this.units = units;
    }

    /** Its name in tables and reports. */
    public String label() {
        return label;
    }

    /** The highest it can be. */
    public double highest() {
        return units * HIGHEST_UNIT;
    }

    /** What it is of units with these scores. */
    public double of(Collection<Double> scores) {
        return scores.stream().sorted(Comparator.reverseOrder()).limit(this == SIX ? units : scores.size())
                .mapToDouble(score -> score).sum();
    }
}

package spine.api.anatomy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many vertebrae a person has between C2 and S1: 7.7 % have one more or one fewer than usual (Tins, PMID 26873359).
 *
 * <p>How an extra unit counts: every unit that exists and is in view is scored, has its row in every report and its segment in
 * masks, and counts in every total like any other. No published SPARCC rule says otherwise. Whoever prints a total says of how
 * many units it is the sum. The rows of the usual 23 units are always there; those that a variant does not have are absent.
 */
public enum NumericalVariant {
    /** Seven cervical, twelve thoracic and five lumbar vertebrae: 23 units. */
    USUAL(Set.of()),
    /** A thirteenth thoracic vertebra: T12/T13 and T13/L1 instead of T12/L1, 24 units. */
    T13(Set.of()),
    /** A sixth lumbar vertebra: L5/L6 and L6/S1 instead of L5/S1, 24 units. */
    L6(Set.of()),
    /** Eleven thoracic vertebrae: T11/L1 instead of T11/T12 and T12/L1, 22 units. */
    NO_T12(Set.of(Vertebra.T12)),
    /** Four lumbar vertebrae: L4/S1 instead of L4/L5 and L5/S1, 22 units. */
    NO_L5(Set.of(Vertebra.L5));

    private final List<Vertebra> vertebrae;

    NumericalVariant(Set<Vertebra> missing) {
        List<Vertebra> all = new ArrayList<>();
        for (Vertebra level : EnumSet.allOf(Vertebra.class)) {
            if (!missing.contains(level) && (level.usual() || level.name().equals(name()))) {
                all.add(level);
            }
        }
        vertebrae = List.copyOf(all);
    }

    /** The vertebrae from C2 to S1: 24, or one more or fewer. */
    public List<Vertebra> vertebrae() {
        return vertebrae;
    }

    /** The units that exist, from head to foot: one fewer than there are vertebrae. */
    public List<DiscLevel> units() {
        List<DiscLevel> units = new ArrayList<>();
        for (int i = 0; i < vertebrae.size() - 1; i++) {
            units.add(new DiscLevel(vertebrae.get(i), vertebrae.get(i + 1)));
        }
        return List.copyOf(units);
    }

    /** The units that a report has rows for, from head to foot: the 23 usual ones and those that only this variant has. */
    public List<DiscLevel> rows() {
        Set<DiscLevel> rows = new TreeSet<>(DiscLevel.ALL);
        rows.addAll(units());
        return List.copyOf(rows);
    }
}

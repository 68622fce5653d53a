package spine.report.internal.comparison.change;

import java.util.OptionalDouble;

/**
 * The minimal important change of a total, as far as one was published: 5.0 points of the SPARCC spine index (Maksymowych et al., J
 * Rheumatol 2012;39:1666, by its abstract: the change that separates best what two readers call changed and
 * unchanged at a glance). The abstract does not say of how many units; it is taken for the index in its original form, the six highest.
 */
public final class ImportantChange {
    private static final double SPARCC_SPINE = 5;

    private ImportantChange() {
    }

    /** Points; empty if none was published. */
    public static OptionalDouble of(String indexId, String total) {
        return indexId.equals("sparcc") && total.equals("total6") ? OptionalDouble.of(SPARCC_SPINE) : OptionalDouble.empty();
    }
}

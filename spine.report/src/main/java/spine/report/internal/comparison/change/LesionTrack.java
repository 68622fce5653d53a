package spine.report.internal.comparison.change;

import java.util.List;
import java.util.Optional;
import spine.api.anatomy.Vertebra;
import spine.api.report.LesionFinding;

/**
 * One lesion over time; several findings of a time point that are one at another are one lesion.
 *
 * @param vertebra the body it lies in
 * @param findings those of each time point that count, in the order of their ids; none where it is not seen
 * @param uncounted at each time point without these the most probable finding in its place that does not count; empty if there is none
 * @param inView at which time points its vertebra is in view
 */
public record LesionTrack(Vertebra vertebra, List<List<LesionFinding>> findings, List<Optional<LesionFinding>> uncounted,
        List<Boolean> inView) {
    /** From this ratio of volumes on it has grown, and below its inverse shrunk. A choice: wider than what partial volume does. */
    private static final double GROWN = 1.5;

    /** What became of it from the first to the last time point. */
    public enum Fate {
        NEW, GROWN, PERSISTING, SHRUNK, RESOLVED,
        /** Seen in between alone. */
        TRANSIENT,
        /** Its vertebra is not in view at both times. */
        NOT_COMPARABLE
    }

    public LesionTrack {
        findings = findings.stream().map(List::copyOf).toList();
        uncounted = List.copyOf(uncounted);
        inView = List.copyOf(inView);
    }

    public boolean seen(int at) {
        return !findings.get(at).isEmpty();
    }

    /** Whether it is new or gone by the threshold of the model alone: in its place is a finding at the other time, which does not count. */
    public boolean doubtful(int from, int to) {
        return inView.get(from) && inView.get(to) && seen(from) != seen(to) && uncounted.get(seen(from) ? to : from).isPresent();
    }

    /** From one time point to another. */
    public Fate fate(int from, int to) {
        if (!inView.get(from) || !inView.get(to)) {
            return Fate.NOT_COMPARABLE;
        }
        if (!seen(from)) {
            return seen(to) ? Fate.NEW : Fate.TRANSIENT;
        }
        if (!seen(to)) {
            return Fate.RESOLVED;
        }
        double ratio = volume(to) / volume(from);
        return ratio >= GROWN ? Fate.GROWN : ratio <= 1 / GROWN ? Fate.SHRUNK : Fate.PERSISTING;
    }

    /** In mm3, 0 where it is not seen; of a lesion that two stations show, that of the one that shows more of it. */
    public double volume(int at) {
        return findings.get(at).stream().mapToInt(LesionFinding::stack).distinct().mapToDouble(stack -> findings.get(at).stream()
                .filter(finding -> finding.stack() == stack).mapToDouble(LesionFinding::volumeMm3).sum()).max().orElse(0);
    }

    /** The finding that speaks for it at a time point where it is seen: the largest. */
    public LesionFinding main(int at) {
        return findings.get(at).stream().reduce((one, other) -> other.volumeMm3() > one.volumeMm3() ? other : one).orElseThrow();
    }
}

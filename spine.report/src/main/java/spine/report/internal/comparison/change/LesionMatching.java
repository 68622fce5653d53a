package spine.report.internal.comparison.change;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import spine.api.anatomy.Vertebra;
import spine.api.report.LesionFinding;
import spine.api.report.LesionPlace;

/**
 * Finds the lesions of one time point at another. Findings that count, in the same vertebra and in places that have something in common,
 * are taken for one lesion: the upper half of the body and all of its height do, the upper and the lower half do not. What is joined that
 * way, also by a third finding in between, is one track.
 */
final class LesionMatching {
    private final List<TimePointResult> points;
    private final List<Seen> open;

    private record Seen(int at, LesionFinding finding) {
    }

    private LesionMatching(List<TimePointResult> points, List<Seen> open) {
        this.points = points;
        this.open = new ArrayList<>(open);
    }

    /** From head to foot. */
    static List<LesionTrack> of(List<TimePointResult> points) {
        List<Seen> all = new ArrayList<>();
        for (TimePointResult point : points) {
            point.archived().findings().stream().filter(LesionFinding::counts)
                    .forEach(finding -> all.add(new Seen(point.number() - 1, finding)));
        }
        return new LesionMatching(points, all).tracks();
    }

    private List<LesionTrack> tracks() {
        List<LesionTrack> tracks = new ArrayList<>();
        while (!open.isEmpty()) {
            tracks.add(track(open.remove(0)));
        }
        tracks.sort(Comparator.comparing(LesionTrack::vertebra));
        return tracks;
    }

    private LesionTrack track(Seen first) {
        List<List<LesionFinding>> findings = new ArrayList<>();
        for (int at = 0; at < points.size(); at++) {
            findings.add(new ArrayList<>());
        }
        Deque<Seen> ends = new ArrayDeque<>(List.of(first));
        while (!ends.isEmpty()) {
            Seen end = ends.remove();
            findings.get(end.at).add(end.finding);
            List<Seen> joined = open.stream().filter(other -> one(end, other)).toList();
            open.removeAll(joined);
            ends.addAll(joined);
        }
        Vertebra vertebra = first.finding.vertebra();
        findings.forEach(list -> list.sort(Comparator.comparing(LesionFinding::stack).thenComparing(LesionFinding::id)));
        return new LesionTrack(vertebra, findings, points.stream().map(point -> uncounted(point, findings)).toList(),
                points.stream().map(point -> shows(point, vertebra)).toList());
    }

    private static boolean shows(TimePointResult point, Vertebra vertebra) {
        return point.archived().anatomy().stacks().stream().anyMatch(stack -> stack.body(vertebra).isPresent());
    }

    private static Optional<LesionFinding> uncounted(TimePointResult point, List<List<LesionFinding>> findings) {
        List<LesionFinding> all = findings.stream().flatMap(List::stream).toList();
        if (!findings.get(point.number() - 1).isEmpty()) {
            return Optional.empty();
        }
        return point.archived().findings().stream().filter(finding -> !finding.counts() && finding.vertebra() == all.get(0).vertebra()
                && all.stream().anyMatch(of -> meet(of.place(), finding.place())))
                .max(Comparator.comparingDouble(LesionFinding::probability).thenComparing(LesionFinding::id));
    }

    /** At one time point only what two stations show of one lesion. */
    private static boolean one(Seen a, Seen b) {
        return a.finding.vertebra() == b.finding.vertebra() && (a.at != b.at || a.finding.stack() != b.finding.stack())
                && meet(a.finding.place(), b.finding.place());
    }

    private static boolean meet(LesionPlace a, LesionPlace b) {
        return meet(a.half(), b.half(), LesionPlace.Half.BOTH) && meet(a.wall(), b.wall(), LesionPlace.Wall.BOTH)
                && meet(a.side(), b.side(), LesionPlace.Side.MEDIAN);
    }

    private static boolean meet(Enum<?> a, Enum<?> b, Enum<?> both) {
        return a == b || a == both || b == both;
    }
}

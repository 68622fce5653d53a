package spine.timeline.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import spine.api.comparison.PatientTimeline.Reach;
import spine.api.comparison.StudyComparison;

/** All results that are remembered with one PatientID. */
final class PatientResults {
    private final List<RememberedResult> all;
    private final Reach reach;
    private final SamePatient same;

    /** @param all in the order in which they came */
    PatientResults(List<RememberedResult> all, Reach reach) {
        this.all = List.copyOf(all);
        this.reach = reach;
        this.same = new SamePatient(all);
    }

    /** Whether all are there; results on a disk that is not mounted are not. */
    boolean isComplete() {
        return all.stream().allMatch(RememberedResult::isThere);
    }

    /** The result and those that were made before it, at most as many as can be compared: the latest then. */
    TimePoints upTo(RememberedResult last) {
        List<RememberedResult> earlier = others(last).stream().filter(other -> other.isBefore(last))
                .filter(other -> same.doubt(last, other).isEmpty()).sorted(RememberedResult.BY_TIME).toList();
        List<RememberedResult> points = new ArrayList<>(earlier.subList(Math.max(0, earlier.size() - StudyComparison.MOST + 1),
                earlier.size()));
        points.add(last);
        return new TimePoints(points);
    }

    /** Why the result is not compared with others, a sentence for each reason. */
    List<String> doubts(RememberedResult result) {
        Map<String, List<String>> studies = new LinkedHashMap<>();
        for (RememberedResult other : others(result)) {
            Optional<String> doubt = same.doubt(result, other);
            if (doubt.isEmpty() && !result.isBefore(other) && !other.isBefore(result)) {
                doubt = Optional.of("nobody can tell which of both was made first");
            }
            doubt.ifPresent(reason -> studies.computeIfAbsent(reason, any -> new ArrayList<>()).add(other.study()));
        }
        return studies.entrySet().stream().map(reason -> "Study " + result.study() + " is not compared with study "
                + reason.getValue().get(0) + (reason.getValue().size() > 1 ? " and " + (reason.getValue().size() - 1) + " more" : "")
                + " of the same PatientID: " + reason.getKey() + ".").toList();
    }

    /** One of each other study: that in the same folder of results, else the one that came last. */
    private List<RememberedResult> others(RememberedResult result) {
        Map<String, RememberedResult> byStudy = new LinkedHashMap<>();
        for (RememberedResult other : all) {
            boolean beside = other.results().equals(result.results());
            RememberedResult chosen = byStudy.get(other.study());
            if (other.isThere() && !other.study().equals(result.study()) && (beside || reach == Reach.ANY_FOLDER)
                    && (beside || chosen == null || !chosen.results().equals(result.results()))) {
                byStudy.put(other.study(), other);
            }
        }
        return List.copyOf(byStudy.values());
    }
}

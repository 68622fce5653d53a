package spine.timeline.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
        int leftOut = Math.max(0, earlier.size() - StudyComparison.MOST + 1);
        List<RememberedResult> points = new ArrayList<>(earlier.subList(leftOut, earlier.size()));
        points.add(corrected(last));
        return new TimePoints(points, leftOut);
    }

    /** What a person made of it, the latest; itself where nobody has corrected it. */
    private RememberedResult corrected(RememberedResult result) {
        return all.stream().filter(other -> other.corrects().equals(Optional.of(result.version())) && other.isThere())
                .reduce((before, after) -> after).orElse(result);
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

    /**
     * Later studies whose comparisons lack the result, or a former one of its study, because they lie in folders that nobody writes to
     * now: a sentence for each folder.
     *
     * @param complete folders of results whose comparisons lack nothing
     */
    List<String> elsewhere(RememberedResult result, Set<Path> complete) {
        Map<Path, Set<String>> lacking = new TreeMap<>();
        for (RememberedResult later : all) {
            if (reach == Reach.ANY_FOLDER && later.isThere() && later.corrects().isEmpty() && result.isBefore(later)
                    && !isIn(complete, later.study())) {
                TimePoints points = upTo(later);
                if (points.results().contains(result) && !points.digest().equals(later.comparison())) {
                    lacking.computeIfAbsent(later.results(), any -> new TreeSet<>()).add(later.study());
                }
            }
        }
        return lacking.entrySet().stream().map(folder -> "Study " + folder.getValue().iterator().next()
                + (folder.getValue().size() > 1 ? " and " + (folder.getValue().size() - 1) + " more, made later, are" : ", made later, is")
                + " not compared with this result by itself, because comparisons in another folder, " + folder.getKey()
                + ", stay as they are: score into that folder again, or compare both results by ./spine compare.").toList();
    }

    private boolean isIn(Set<Path> folders, String study) {
        return all.stream().anyMatch(other -> other.study().equals(study) && other.isThere() && folders.contains(other.results()));
    }

    /** One of each other study: that in the same folder of results, else the one that came last; or what a person made of that. */
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
        return byStudy.values().stream().map(this::corrected).toList();
    }
}

package spine.timeline.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import spine.api.comparison.StudyComparison;
import spine.common.digest.Sha256;

/**
 * What a comparison is made of.
 *
 * @param results the oldest first, at least one; the last is the one that is compared with those before
 * @param leftOut how many even earlier ones there are
 */
record TimePoints(List<RememberedResult> results, int leftOut) {

    TimePoints {
        results = List.copyOf(results);
    }

    /** Whether there is anything to compare. */
    boolean isComparison() {
        return results.size() > 1;
    }

    RememberedResult last() {
        return results.get(results.size() - 1);
    }

    RememberedResult first() {
        return results.get(0);
    }

    RememberedResult beforeLast() {
        return results.get(results.size() - 2);
    }

    /** What makes the comparison doubtful beside what its results say: sentences. */
    List<String> warnings() {
        return leftOut == 0 ? List.of() : List.of((leftOut == 1 ? "An even earlier study of the patient is" : leftOut
                + " even earlier studies of the patient are") + " left out: a comparison has at most " + StudyComparison.MOST + ".");
    }

    /** The same as long as none of the results is another one. */
    String digest() {
        return Sha256.of((results.stream().map(result -> result.study() + "\n" + result.folder() + "\n" + result.version().manifest())
                .collect(Collectors.joining("\n\n")) + (leftOut == 0 ? "" : "\n\n" + leftOut)).getBytes(StandardCharsets.UTF_8));
    }
}

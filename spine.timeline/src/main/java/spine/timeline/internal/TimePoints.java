package spine.timeline.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import spine.common.digest.Sha256;

/**
 * What a comparison is made of.
 *
 * @param results the oldest first, at least one; the last is the one that is compared with those before
 */
record TimePoints(List<RememberedResult> results) {

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

    /** The same as long as none of the results is another one. */
    String digest() {
        return Sha256.of(results.stream().map(result -> result.study() + "\n" + result.folder() + "\n" + result.manifest())
                .collect(Collectors.joining("\n\n")).getBytes(StandardCharsets.UTF_8));
    }
}

package spine.jobs.internal.work;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import spine.api.comparison.PatientTimeline.Outcome;
import spine.common.text.PlainText;

/** Why results are not compared with others, by study. In memory: all results are looked at again when the platform starts. */
final class ComparisonDoubts {
    private static final String UNKNOWN = "It is not compared with other results, because its images do not say of whom they are"
            + " or when they were made.";

    private final Map<String, List<String>> sentences = new ConcurrentHashMap<>();

    /** None if nothing is in doubt, or if it has not been looked at. */
    List<String> of(String study) {
        return sentences.getOrDefault(study, List.of());
    }

    /** @return whether it is not what was known before */
    boolean note(String study, Outcome outcome) {
        List<String> now = Stream.of(outcome.known() ? List.<String>of() : List.of(UNKNOWN), outcome.doubts(), outcome.failures())
                .flatMap(List::stream).map(PlainText::line).toList();
        List<String> before = now.isEmpty() ? sentences.remove(study) : sentences.put(study, now);
        return !now.equals(before == null ? List.of() : before);
    }

    /** Forgets the others. */
    void retain(Predicate<String> study) {
        sentences.keySet().removeIf(study.negate());
    }
}

package spine.evaluate.internal.reading;

import java.util.Comparator;

/**
 * A study as one of several of a patient.
 *
 * @param patient whose it is
 * @param timePoint 1 for the earliest
 * @param study its StudyInstanceUID
 */
public record Visit(String patient, int timePoint, String study) implements Comparable<Visit> {
    private static final Comparator<Visit> ORDER = Comparator.comparing(Visit::patient).thenComparing(Visit::timePoint)
            .thenComparing(Visit::study);

    @Override
    public int compareTo(Visit other) {
        return ORDER.compare(this, other);
    }
}

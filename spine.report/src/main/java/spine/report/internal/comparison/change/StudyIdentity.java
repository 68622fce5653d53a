package spine.report.internal.comparison.change;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import spine.api.image.StudyLabel;

/**
 * Of whom a study is, and of when.
 *
 * @param pseudonym of the result, which a person asked for; empty if it has none
 * @param patient stands for the patient of the images within one comparison; empty without images, or if they name none
 * @param day of the study, for the time between studies; empty if nobody knows
 */
public record StudyIdentity(Optional<String> pseudonym, Optional<String> patient, Optional<LocalDate> day) {

    /**
     * @param result the label of the result
     * @param images the label of its images, if there are any
     */
    public static StudyIdentity of(StudyLabel result, Optional<StudyLabel> images) {
        return new StudyIdentity(result.pseudonym(), images.flatMap(StudyLabel::pseudonym),
                result.date().flatMap(StudyIdentity::day).or(() -> images.flatMap(StudyLabel::date).flatMap(StudyIdentity::day)));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    OptionalLong daysSince(StudyIdentity other) {
        return day.isPresent() && other.day.isPresent() ? OptionalLong.of(ChronoUnit.DAYS.between(other.day.get(), day.get()))
                : OptionalLong.empty();
    }

    /** Whether both are known to be of one patient (true) or of two (false); empty if nothing tells. */
    Optional<Boolean> samePatient(StudyIdentity other) {
        return same(patient, other.patient).or(() -> same(pseudonym, other.pseudonym));
    }

    private static Optional<Boolean> same(Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent() ? Optional.of(one.equals(other)) : Optional.empty();
    }
}

package spine.report.internal.comparison.change;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import spine.api.deidentification.StudyIdentity;
import spine.api.deidentification.StudyIdentity.Fact;
import spine.api.image.StudyLabel;

/**
 * Of whom a study is, and of when, as far as its result, its images and whoever has it compared say.
 *
 * @param label of the result, as far as a person asked for one
 * @param images of the images, derived with one key for all time points; empty without images that tell it
 * @param known what was known before, derived with another key, which is one for all time points too; empty if nothing was
 */
public record PointIdentity(StudyLabel label, Optional<StudyIdentity> images, Optional<StudyIdentity> known) {

    /** When the images were made. */
    private Optional<LocalDate> day() {
        return images.or(() -> known).flatMap(StudyIdentity::date).or(() -> label.date().flatMap(PointIdentity::day));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** Empty where a date is not known, or one of the two may have been moved and the other not. */
    OptionalLong daysSince(PointIdentity other) {
        return day().isPresent() && other.day().isPresent() && deidentified() == other.deidentified()
                ? OptionalLong.of(ChronoUnit.DAYS.between(other.day().get(), day().get())) : OptionalLong.empty();
    }

    private boolean deidentified() {
        return images.or(() -> known).map(StudyIdentity::deidentified).orElse(false);
    }

    /** What says that the patients are different, in words; empty if nothing does. */
    Optional<String> difference(PointIdentity other) {
        if (images.isPresent() && other.images.isPresent()) {
            return difference(images.get(), other.images.get());
        }
        if (known.isPresent() && other.known.isPresent()) {
            return difference(known.get(), other.known.get());
        }
        return differ(label.pseudonym(), other.label.pseudonym()) ? Optional.of("pseudonym") : Optional.empty();
    }

    private static Optional<String> difference(StudyIdentity one, StudyIdentity other) {
        if (differ(one.pseudonym(), other.pseudonym())) {
            return Optional.of("PatientID");
        }
        Map<Fact, String> facts = other.facts();
        return one.facts().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .filter(fact -> differ(Optional.of(fact.getValue()), Optional.ofNullable(facts.get(fact.getKey()))))
                .map(fact -> fact.getKey().words()).findFirst();
    }

    private static boolean differ(Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    /** Whether anything says that the patient is the same. */
    boolean same(PointIdentity other) {
        return difference(other).isEmpty()
                && (equal(images.flatMap(StudyIdentity::pseudonym), other.images.flatMap(StudyIdentity::pseudonym))
                || equal(known.flatMap(StudyIdentity::pseudonym), other.known.flatMap(StudyIdentity::pseudonym))
                || equal(label.pseudonym(), other.label.pseudonym()));
    }

    private static boolean equal(Optional<String> one, Optional<String> other) {
        return one.isPresent() && one.equals(other);
    }
}

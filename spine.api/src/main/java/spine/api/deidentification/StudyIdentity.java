package spine.api.deidentification;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Of whom a study is, and when it was made, as far as the header of one of its images says. Nobody can tell the person without the key.
 *
 * @param studyInstanceUid the study; empty if the header has none
 * @param pseudonym what {@link StudyLabels} gives the patient with the same key; empty if PatientID is missing, or evidently is that of
 *     many people, as {@code ANON} and {@code 0} are
 * @param specific whether PatientID alone is likely to be that of one person; a short number is not
 * @param deidentified whether the image says that its patient was made unknown: its dates may have been moved then
 * @param facts what else tells people apart who have the same PatientID, derived with the key; what is unknown is left out
 * @param date StudyDate; empty if it is missing, or is none on which images can have been made
 * @param time StudyTime, as it is at the place of the scanner; empty if it is missing
 */
public record StudyIdentity(String studyInstanceUid, Optional<String> pseudonym, boolean specific, boolean deidentified,
        Map<Fact, String> facts, Optional<LocalDate> date, Optional<LocalTime> time) {

    /** What tells people apart (PS3.3 C.7.1.1). */
    public enum Fact {
        /** IssuerOfPatientID: whose number the PatientID is. */
        ISSUER("issuer of the PatientID"),
        /** PatientName, without what differs between images of one person; unknown if it only repeats the PatientID. */
        NAME("name"),
        /** PatientBirthDate; unknown if it is one that programs put in place of a true one. */
        BIRTH_DATE("birth date"),
        /** PatientSex. */
        SEX("sex");

        private final String words;

        Fact(String words) {
            this.words = words;
        }

        /** For a sentence to a person. */
        public String words() {
            return words;
        }
    }

    public StudyIdentity {
        Objects.requireNonNull(studyInstanceUid, "studyInstanceUid");
        Objects.requireNonNull(pseudonym, "pseudonym");
        facts = Map.copyOf(facts);
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(time, "time");
    }
}

package spine.deidentify.internal.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import spine.api.deidentification.StudyIdentity.Fact;
import spine.deidentify.internal.dataset.StudyDay;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** What a header says of a person beside the PatientID, without what programs write where they know nothing. */
final class PatientFacts {
    private static final int ISSUER_OF_PATIENT_ID = 0x00100021;
    /** Of PS3.3 C.7.1.1; O stands for whatever a scanner makes of an empty field. */
    private static final Set<String> SEXES = Set.of("M", "F");
    /** Nobody who was scanned by MR was born earlier; anonymisers write the first of January of 1900 and some other years. */
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1880, 1, 1);
    private static final Set<LocalDate> FILLER_BIRTHS = Set.of(LocalDate.of(1900, 1, 1), LocalDate.of(1901, 1, 1),
            LocalDate.of(1970, 1, 1), LocalDate.of(2000, 1, 1));
    /** Of the first images of people by MR; an earlier StudyDate is a filler. */
    private static final LocalDate EARLIEST_STUDY = LocalDate.of(1977, 1, 1);
    private static final Pattern TIME = Pattern.compile("(\\d{2}):?(\\d{2})(?::?(\\d{2})(\\.\\d{1,6})?)?");

    private PatientFacts() {
    }

    static Map<Fact, String> of(DicomObject header, PatientIdentifier identifier) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        put(facts, Fact.ISSUER, header.text(ISSUER_OF_PATIENT_ID).strip());
        put(facts, Fact.NAME, name(header.text(Tag.PatientName), identifier));
        put(facts, Fact.BIRTH_DATE, birth(header.text(Tag.PatientBirthDate)));
        put(facts, Fact.SEX, SEXES.contains(header.text(Tag.PatientSex)) ? header.text(Tag.PatientSex) : "");
        return facts;
    }

    private static void put(Map<Fact, String> facts, Fact fact, String value) {
        if (!value.isEmpty()) {
            facts.put(fact, value);
        }
    }

    /** Case, empty components and the ideographic groups differ between images of one person. */
    private static String name(String name, PatientIdentifier identifier) {
        String plain = name.replaceFirst("=.*", "").replaceAll("[\\s^]+", " ").strip().toUpperCase(Locale.ROOT);
        String letters = PatientIdentifier.plain(plain);
        boolean repeats = letters.equals(PatientIdentifier.plain(identifier.id()));
        return repeats || PatientIdentifier.isNobody(plain) || letters.chars().noneMatch(Character::isLetter) ? "" : plain;
    }

    private static String birth(String value) {
        return day(value.replaceAll("[^0-9]", "")).filter(day -> !day.isBefore(EARLIEST_BIRTH) && !FILLER_BIRTHS.contains(day))
                .map(LocalDate::toString).orElse("");
    }

    private static Optional<LocalDate> day(String digits) {
        try {
            return Optional.of(LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> date(DicomObject header) {
        return Optional.of(StudyDay.of(header)).filter(day -> !day.isEmpty()).map(LocalDate::parse)
                .filter(day -> !day.isBefore(EARLIEST_STUDY));
    }

    /** Without fractions of a second. */
    static Optional<LocalTime> time(DicomObject header) {
        Matcher parts = TIME.matcher(header.text(Tag.StudyTime).strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)),
                    parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3))));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}

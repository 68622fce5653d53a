package spine.deidentify.internal.identity;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A PatientID, as far as one can tell whether it is that of one person. The rules are our own, after what scanners, phantoms and
 * programs for anonymisation write where they know nobody.
 *
 * @param id as the header has it; may be empty
 */
record PatientIdentifier(String id) {
    /** Words for nobody in particular; all of an identifier but its digits, or all of a name. */
    private static final Set<String> NOBODY = Set.of("", "ANON", "ANONYM", "ANONYMOUS", "ANONYMIZED", "ANONYMISED", "ANONYMISIERT",
            "UNKNOWN", "UNDEFINED", "UNBEKANNT", "INCONNU", "NONE", "NULL", "NIL", "NA", "NAN", "NOID", "NONAME", "NN", "EMPTY", "REMOVED",
            "DELETED", "DEFAULT", "PATIENT", "PATIENTID", "PATID", "ID", "NAME", "SUBJECT", "TEST", "DEMO", "DUMMY", "TEMP", "EMERGENCY",
            "NOTFALL", "QA", "QC", "SERVICE", "VOLUNTEER", "XX", "XXX", "XXXX");
    private static final Pattern ONE_CHARACTER = Pattern.compile("(.)\\1*");
    /** Counted up from 1 or 0, as somebody types who needs any number. */
    private static final List<String> COUNTED = List.of("0123456789", "1234567890", "9876543210");
    /** Letters and digits without leading zeros: shorter ones are given out again by every ward and every trial. */
    private static final int FEWEST = 6;

    /** Whether it may be the identifier of a person. */
    boolean isUsable() {
        String plain = plain(id);
        boolean counted = plain.length() > 2 && COUNTED.stream().anyMatch(number -> number.contains(plain));
        return !plain.isEmpty() && !ONE_CHARACTER.matcher(plain).matches() && !counted && !(isNobody(id) && digits(plain) < 2);
    }

    /** Whether it is likely that it is that of one person only. */
    boolean isSpecific() {
        String plain = plain(id).replaceFirst("^0+", "");
        return isUsable() && digits(plain) > 0 && plain.length() >= FEWEST && !isNobody(id);
    }

    /** Whether a value has nothing but a word that stands for nobody, and digits. */
    static boolean isNobody(String value) {
        return NOBODY.contains(plain(value).replaceAll("\\p{Nd}", ""))
                && plain(value).chars().anyMatch(Character::isLetter);
    }

    /** Its letters and digits, in capitals. */
    static String plain(String value) {
        return value.replaceAll("[^\\p{L}\\p{Nd}]", "").toUpperCase(Locale.ROOT);
    }

    private static long digits(String plain) {
        return plain.chars().filter(Character::isDigit).count();
    }
}

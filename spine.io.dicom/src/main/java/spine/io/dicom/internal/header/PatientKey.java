package spine.io.dicom.internal.header;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import spine.common.digest.Sha256;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/**
 * Tells patients apart without carrying who they are: digests of identifier, name and birth date, each empty if unknown. Lives while a
 * location is scanned and goes into no message and no result.
 */
public record PatientKey(String id, String name, String birthDate) {
    public static final PatientKey UNKNOWN = new PatientKey("", "", "");

    static PatientKey of(DicomObject header) {
        return new PatientKey(digest(header.text(Tag.PatientID)), digest(plainName(header.text(Tag.PatientName))),
                digest(header.text(Tag.PatientBirthDate).replaceAll("[^0-9]", "")));
    }

    /** Whether both cannot be of one patient: what is unknown speaks against nothing. */
    public boolean contradicts(PatientKey other) {
        return differ(id, other.id) || differ(name, other.name) || differ(birthDate, other.birthDate);
    }

    /** What is known of one patient from two images. */
    public PatientKey and(PatientKey other) {
        return new PatientKey(known(id, other.id), known(name, other.name), known(birthDate, other.birthDate));
    }

    /** Case, empty components and the ideographic groups differ between images of one patient. */
    private static String plainName(String name) {
        return name.replaceFirst("=.*", "").replaceAll("[\\s^]+", " ").strip().toUpperCase(Locale.ROOT);
    }

    /** @return what {@link ImageHeader#exam()} is */
    static String exam(DicomObject header) {
        String facts = String.join("|", header.text(Tag.StudyDate), header.text(Tag.StudyTime), header.text(Tag.StudyID),
                header.text(Tag.AccessionNumber));
        return facts.equals("|||") ? "" : digest(facts);
    }

    private static String digest(String value) {
        return value.isEmpty() ? "" : Sha256.of(value.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean differ(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }

    private static String known(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    @Override
    public String toString() {
        return "patient";
    }
}

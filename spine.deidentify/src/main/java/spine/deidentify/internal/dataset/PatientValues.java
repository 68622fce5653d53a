package spine.deidentify.internal.dataset;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import spine.deidentify.internal.key.NewIdentifiers;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/**
 * What is the same for all images of a patient.
 *
 * @param pseudonym name and identifier
 * @param days that dates are moved back
 */
public record PatientValues(String pseudonym, int days) {

    /** Patients are told apart by PatientID, without one by name and birth date, without these by the study. */
    public static PatientValues of(DicomObject image, NewIdentifiers identifiers) {
        String id = image.text(Tag.PatientID);
        String name = Stream.of(image.text(Tag.PatientName), image.text(Tag.PatientBirthDate)).filter(word -> !word.isEmpty())
                .collect(Collectors.joining("|"));
        String patient = !id.isEmpty() ? ofId(id) : !name.isEmpty() ? "name:" + name : "study:" + image.text(Tag.StudyInstanceUID);
        return new PatientValues(identifiers.pseudonym(patient), identifiers.days(patient));
    }

    /** What pseudonyms are made of for a patient who has a PatientID. */
    public static String ofId(String id) {
        return "id:" + id;
    }
}

package spine.deidentify.internal.identity;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import spine.api.deidentification.StudyIdentity;
import spine.api.deidentification.StudyIdentity.Fact;
import spine.deidentify.internal.dataset.PatientValues;
import spine.deidentify.internal.dataset.Statement;
import spine.deidentify.internal.key.NewIdentifiers;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** Of whom a study is, derived from the header of an image. */
public final class KeyedIdentity {

    private KeyedIdentity() {
    }

    /** A pseudonym of ours is what the patient is known by already, and it is that of one person. */
    public static StudyIdentity of(DicomObject header, NewIdentifiers identifiers) {
        PatientIdentifier identifier = new PatientIdentifier(header.text(Tag.PatientID).strip());
        boolean deidentified = Statement.isDeidentified(header);
        boolean ours = deidentified && NewIdentifiers.isPseudonym(identifier.id());
        Optional<String> pseudonym = ours ? Optional.of(identifier.id()) : Optional.of(identifier).filter(PatientIdentifier::isUsable)
                .map(usable -> identifiers.pseudonym(PatientValues.ofId(header.text(Tag.PatientID))));
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        PatientFacts.of(header, identifier)
                .forEach((fact, value) -> facts.put(fact, identifiers.fact(identifier.id(), fact.name(), value)));
        return new StudyIdentity(header.text(Tag.StudyInstanceUID), pseudonym, ours || identifier.isSpecific(), deidentified, facts,
                PatientFacts.date(header), PatientFacts.time(header));
    }
}

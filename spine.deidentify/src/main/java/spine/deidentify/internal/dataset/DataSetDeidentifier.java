package spine.deidentify.internal.dataset;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import spine.deidentify.internal.key.NewIdentifiers;
import spine.deidentify.internal.profile.Action;
import spine.deidentify.internal.profile.ConfidentialityProfile;
import spine.deidentify.internal.profile.SafePrivateAttributes;
import spine.dicom.DescriptionWords;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** Carries out the profile on a data set and all items in it. For one thread. */
public final class DataSetDeidentifier {
    private static final int LAST_GROUP_OF_MESSAGES_AND_FILES = 0x0004;

    private final ConfidentialityProfile profile;
    private final SafePrivateAttributes safe;
    private final NewIdentifiers identifiers;

    public DataSetDeidentifier(ConfidentialityProfile profile, SafePrivateAttributes safe, NewIdentifiers identifiers) {
        this.profile = profile;
        this.safe = safe;
        this.identifiers = identifiers;
    }

    /**
     * @param source is not changed
     * @return without file meta information and group lengths
     */
    public DicomObject deidentify(DicomObject source, PatientValues patient, Changes changes) {
        return items(source, patient, changes, false, true);
    }

    private DicomObject items(DicomObject source, PatientValues patient, Changes changes, boolean dummies, boolean top) {
        DicomObject target = new DicomObject();
        for (DicomElement element : source.elements()) {
            int group = element.tag() >>> 16;
            // Text is in UTF-8 here, whatever an item says.
            boolean repeatedCharacterSet = !top && element.tag() == Tag.SpecificCharacterSet;
            if (group <= LAST_GROUP_OF_MESSAGES_AND_FILES || (element.tag() & 0xffff) == 0 || repeatedCharacterSet) {
                continue;
            }
            boolean isPrivate = (group & 1) == 1;
            Optional<DicomElement> kept = isPrivate ? safe.kept(element, source) : Optional.of(element);
            Action action = kept.isEmpty() ? Action.REMOVE : isPrivate ? Action.KEEP : profile.action(element, source, dummies);
            kept.flatMap(one -> changed(one, action, source, patient, changes, dummies)).ifPresent(target::put);
            if (action != Action.KEEP) {
                changes.add(element.tag(), action);
            }
        }
        return target;
    }

    /** @return empty if nothing remains of the element */
    private Optional<DicomElement> changed(DicomElement element, Action action, DicomObject in, PatientValues patient, Changes changes,
            boolean dummies) {
        if (action == Action.REMOVE) {
            return Optional.empty();
        }
        if (element.items() != null) {
            return Optional.of(sequence(element, action, patient, changes, dummies));
        }
        boolean hasValue = element.bytes() != null && element.bytes().length > 0;
        if (action == Action.KEEP || !hasValue && action != Action.PSEUDONYM) {
            return Optional.of(element);
        }
        int tag = element.tag();
        return switch (action) {
            case EMPTY -> Optional.of(DicomElement.of(tag, element.vr(), new byte[0]));
            case DUMMY -> Optional.of(DummyValue.of(tag, element.vr()));
            case NEW_UID -> Optional.of(each(element, in, uid -> uid.isEmpty() ? uid : identifiers.uid(uid)));
            case PSEUDONYM -> Optional.of(text(element, patient.pseudonym()));
            case CLEAN -> cleaned(element, in);
            default -> Optional.of(shifted(element, in, patient.days()));
        };
    }

    private DicomElement sequence(DicomElement element, Action action, PatientValues patient, Changes changes, boolean dummies) {
        if (action == Action.EMPTY || action == Action.CLEAN || action == Action.PSEUDONYM) {
            return DicomElement.sequence(element.tag(), List.of());
        }
        boolean inner = dummies || action == Action.DUMMY;
        return DicomElement.sequence(element.tag(),
                element.items().stream().map(item -> items(item, patient, changes, inner, false)).toList());
    }

    /** ProtocolName may not be empty where it is required, the descriptions may be missing. */
    private static Optional<DicomElement> cleaned(DicomElement element, DicomObject in) {
        String words = DescriptionWords.of(String.join(" ", in.texts(element.tag())));
        if (!words.isEmpty()) {
            return Optional.of(text(element, words));
        }
        return element.tag() == Tag.ProtocolName ? Optional.of(DummyValue.of(element.tag(), element.vr())) : Optional.empty();
    }

    private static DicomElement shifted(DicomElement element, DicomObject in, int days) {
        boolean complete = in.texts(element.tag()).stream().allMatch(date -> date.isEmpty() || ShiftedDate.back(date, days).isPresent());
        return complete ? each(element, in, date -> ShiftedDate.back(date, days).orElse(""))
                : DummyValue.of(element.tag(), element.vr());
    }

    private static DicomElement each(DicomElement element, DicomObject in, Function<String, String> change) {
        return text(element, in.texts(element.tag()).stream().map(change).toArray(String[]::new));
    }

    private static DicomElement text(DicomElement element, String... values) {
        return new DicomObject().text(element.tag(), element.vr(), values).element(element.tag()).orElseThrow();
    }
}

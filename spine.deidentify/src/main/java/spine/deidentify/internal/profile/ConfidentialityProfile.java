package spine.deidentify.internal.profile;

import java.util.Optional;
import java.util.Set;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.StandardTags;
import spine.dicom.Tag;

/**
 * Decides on each standard attribute. Beyond the table, what it does not list but could name a person or a day is not kept either:
 * names, dates, free text, addresses, UIDs, and all that PS3.6 does not define or that cannot be interpreted.
 */
public final class ConfidentialityProfile {
    private static final Set<Integer> NAMES_OF_PATIENT = Set.of(Tag.PatientName, Tag.PatientID);
    private static final Set<Integer> CLEANED = Set.of(Tag.SeriesDescription, Tag.StudyDescription, Tag.ProtocolName);
    /** Values of codes, which are no free text (PS3.3 table 8.8-1). */
    private static final Set<Integer> LONG_CODES = Set.of(0x00080119, 0x00080120);
    /** Short text in which people write what they like, and a label of the same kind that has the representation of a code. */
    private static final Set<String> SHORT_TEXT = Set.of("LO", "SH");
    private static final int CONTENT_LABEL = 0x00700080;
    /** Short text that scanners and programs write: the device, its sequence, coils, units, codes and names of segments. */
    private static final Set<Integer> TECHNICAL = Set.of(Tag.Manufacturer, Tag.ManufacturerModelName, Tag.SoftwareVersions,
            0x00180024, 0x00189005, // SequenceName, PulseSequenceName
            0x00180085, // ImagedNucleus
            0x00181250, 0x00181251, 0x00189041, 0x00189047, 0x00189050, // coils and who made them
            0x00080100, 0x00080102, 0x00080103, // codes and their schemes
            0x00209056, 0x00209421, // StackID, DimensionDescriptionLabel
            0x00281054, 0x00283004, // RescaleType, ModalityLUTType
            0x00620005, 0x00620009); // SegmentLabel, SegmentAlgorithmName
    private static final int CODE_MEANING = 0x00080104;
    private static final int CODING_SCHEME = 0x00080102;
    /** Designators of schemes that a site makes for itself (PS3.16 8.2); their meanings are what somebody typed. */
    private static final String LOCAL_SCHEME = "|L|99.*";
    private static final Set<String> DATES = Set.of("DA", "DT");
    private static final Set<String> TELLING = Set.of("PN", "LT", "ST", "UT", "UC", "UR", "AE", "DA", "DT", "TM", "AS");
    private static final Set<String> NEUTRAL = Set.of("CS", "UI", "AT", "DS", "IS", "FL", "FD", "SL", "SS", "UL", "US", "SV", "UV");
    /** Of DICOM itself, and of the coding schemes that HL7 registers: they name kinds of things, not things. */
    private static final String REGISTERED = "(1\\.2\\.840\\.10008\\.|2\\.16\\.840\\.1\\.113883\\.)[0-9.]{1,40}";
    /** Well-known frames of reference, such as atlases (PS3.6 table A-2). */
    private static final String WELL_KNOWN_FRAME = "1\\.2\\.840\\.10008\\.1\\.4\\.[1-5]\\.[0-9]{1,2}";

    private final ConfidentialityTable table;
    private final ProfileOptions options;

    public ConfidentialityProfile(ConfidentialityTable table, ProfileOptions options) {
        this.table = table;
        this.options = options;
    }

    /**
     * @param element neither private nor a group length
     * @param in the data set or item it is an element of
     * @param dummies whether it lies in a sequence that is to be replaced by dummies
     */
    public Action action(DicomElement element, DicomObject in, boolean dummies) {
        if (NAMES_OF_PATIENT.contains(element.tag())) {
            return Action.PSEUDONYM;
        }
        if (CLEANED.contains(element.tag())) {
            return Action.CLEAN;
        }
        Optional<TableRow> row = table.row(element.tag());
        Action action = row.isPresent() ? listed(row.get(), element) : unlisted(element, in, dummies);
        boolean wellKnown = action == Action.NEW_UID && in.text(element.tag()).matches(row.isPresent() ? WELL_KNOWN_FRAME : REGISTERED);
        return action == Action.KEEP || wellKnown ? ifOfForm(element, in) : action;
    }

    /** Files put text where a number, a time, a UID or a sequence belongs: what is kept must be what it is called. */
    private static Action ifOfForm(DicomElement element, DicomObject in) {
        if (element.items() != null) {
            return Action.KEEP;
        }
        return switch (element.vr()) {
            case "UN", "SQ" -> Action.REMOVE;
            case "UI" -> have(element, in, "[0-9.]*") ? Action.KEEP : Action.NEW_UID;
            case "TM" -> have(element, in, "[0-9:.]*") ? Action.KEEP : Action.DUMMY;
            case "DS", "IS" -> have(element, in, "[-+0-9.,eE]*") ? Action.KEEP : Action.EMPTY;
            default -> Action.KEEP;
        };
    }

    private static boolean have(DicomElement element, DicomObject in, String form) {
        return in.texts(element.tag()).stream().allMatch(value -> value.matches(form));
    }

    private Action listed(TableRow row, DicomElement element) {
        if (options.retainUids() && row.uids().equals("K")) {
            return Action.KEEP;
        }
        if (options.shiftDates() && row.dates().equals("C")) {
            if (DATES.contains(element.vr())) {
                return Action.SHIFT;
            }
            if (element.vr().equals("TM")) {
                return Action.KEEP;
            }
        }
        Action action = row.action();
        boolean uid = element.vr().equals("UI");
        return action == Action.DUMMY && uid ? Action.NEW_UID : action == Action.NEW_UID && !uid ? Action.DUMMY : action;
    }

    private Action unlisted(DicomElement element, DicomObject in, boolean dummies) {
        if (!StandardTags.isDefined(element.tag()) || element.fragments() != null) {
            return Action.REMOVE;
        }
        if (element.items() != null) {
            return Action.KEEP;
        }
        if (element.vr().equals("UI")) {
            return options.retainUids() ? Action.KEEP : Action.NEW_UID;
        }
        if (options.shiftDates() && DATES.contains(element.vr())) {
            return Action.SHIFT;
        }
        boolean telling = dummies ? !NEUTRAL.contains(element.vr()) : isFreeText(element, in);
        return telling ? Action.DUMMY : Action.KEEP;
    }

    private static boolean isFreeText(DicomElement element, DicomObject in) {
        int tag = element.tag();
        if (tag == CODE_MEANING) {
            return in.text(CODING_SCHEME).matches(LOCAL_SCHEME);
        }
        boolean typed = SHORT_TEXT.contains(element.vr()) && !TECHNICAL.contains(tag);
        return typed || tag == CONTENT_LABEL || TELLING.contains(element.vr()) && !LONG_CODES.contains(tag);
    }
}

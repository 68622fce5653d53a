package spine.deidentify.internal.dataset;

import java.util.List;
import spine.deidentify.internal.profile.MethodCode;
import spine.deidentify.internal.profile.ProfileOptions;
import spine.dicom.DicomObject;

/** What an image says on its de-identification (PS3.15 E.1.1, PS3.3 C.7.1.1 and C.12.1). */
public final class Statement {
    private static final int PATIENT_IDENTITY_REMOVED = 0x00120062;
    private static final int DEIDENTIFICATION_METHOD = 0x00120063;
    private static final int DEIDENTIFICATION_METHOD_CODES = 0x00120064;
    private static final int LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED = 0x00280303;
    private static final int CODE_VALUE = 0x00080100;
    private static final int CODING_SCHEME_DESIGNATOR = 0x00080102;
    private static final int CODE_MEANING = 0x00080104;

    private Statement() {
    }

    public static void put(DicomObject image, ProfileOptions options) {
        List<MethodCode> codes = options.codes();
        image.text(PATIENT_IDENTITY_REMOVED, "CS", "YES")
                .text(DEIDENTIFICATION_METHOD, "LO", codes.stream().map(MethodCode::meaning).toArray(String[]::new))
                .sequence(DEIDENTIFICATION_METHOD_CODES, codes.stream().map(Statement::item).toArray(DicomObject[]::new))
                .text(LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED, "CS", options.shiftDates() ? "MODIFIED" : "REMOVED");
    }

    /** Whether an image says so of itself. */
    public static boolean isDeidentified(DicomObject image) {
        return image.text(PATIENT_IDENTITY_REMOVED).equals("YES");
    }

    private static DicomObject item(MethodCode code) {
        return new DicomObject().text(CODE_VALUE, "SH", code.value()).text(CODING_SCHEME_DESIGNATOR, "SH", "DCM")
                .text(CODE_MEANING, "LO", code.meaning());
    }
}

package spine.deidentify.internal.dataset;

import spine.dicom.DicomElement;
import spine.dicom.DicomObject;

/** A value that says nothing and is valid for its representation (PS3.5 6.2). */
final class DummyValue {
    private static final String DATE = "19000101";
    private static final String TIME = "000000";
    private static final String WORD = "UNKNOWN";
    private static final int LONGEST_NUMBER = 8;

    private DummyValue() {
    }

    static DicomElement of(int tag, String vr) {
        String text = switch (vr) {
            case "AE", "CS", "LO", "LT", "PN", "SH", "ST", "UC", "UT" -> WORD;
            case "AS" -> "000Y";
            case "DA" -> DATE;
            case "DT" -> DATE + TIME;
            case "TM" -> TIME;
            case "DS", "IS" -> "0";
            case "UR" -> "urn:unknown:unknown";
            default -> null;
        };
        return text == null ? DicomElement.of(tag, vr, new byte[LONGEST_NUMBER])
                : new DicomObject().text(tag, vr, text).element(tag).orElseThrow();
    }
}

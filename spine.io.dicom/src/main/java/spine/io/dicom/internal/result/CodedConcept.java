package spine.io.dicom.internal.result;

import spine.dicom.DicomObject;

/**
 * A coded concept (PS3.3 8.8).
 *
 * @param value the code; one of more than 16 characters is written as LongCodeValue
 * @param scheme coding scheme designator, at most 16 characters
 * @param meaning at most 64 characters
 */
public record CodedConcept(String value, String scheme, String meaning) {
    public static final CodedConcept ANATOMICAL_STRUCTURE = sct("91723000", "Anatomical Structure");
    public static final CodedConcept MORPHOLOGICALLY_ABNORMAL = sct("49755003", "Morphologically Abnormal Structure");
    public static final CodedConcept EDEMA = sct("79654002", "Edema");
    public static final CodedConcept LESION = sct("52988006", "Lesion");
    public static final CodedConcept BONE_MARROW = sct("14016003", "Bone Marrow");
    public static final CodedConcept SPINE = sct("421060004", "Spine");
    public static final CodedConcept ARTIFICIAL_INTELLIGENCE = dcm("123110", "Artificial Intelligence");
    public static final CodedConcept SEGMENTATION = dcm("113076", "Segmentation");
    public static final CodedConcept SOURCE_IMAGE = dcm("121322", "Source image for image processing operation");

    private static final int LONGEST_CODE_VALUE = 16;

    public CodedConcept {
        meaning = StandardValue.description(meaning);
    }

    /** A concept of SNOMED CT. */
    public static CodedConcept sct(String value, String meaning) {
        return new CodedConcept(value, "SCT", meaning);
    }

    /** A concept of DICOM itself. */
    public static CodedConcept dcm(String value, String meaning) {
        return new CodedConcept(value, "DCM", meaning);
    }

    /** The concept of a code sequence's item. */
    public static CodedConcept of(DicomObject item) {
        String code = item.text(ResultTag.CodeValue);
        return new CodedConcept(code.isEmpty() ? item.text(ResultTag.LongCodeValue) : code, item.text(ResultTag.CodingSchemeDesignator),
                item.text(ResultTag.CodeMeaning));
    }

    /** The item of a code sequence. */
    public DicomObject item() {
        DicomObject item = new DicomObject().text(ResultTag.CodingSchemeDesignator, "SH", scheme)
                .text(ResultTag.CodeMeaning, "LO", meaning);
        return value.length() > LONGEST_CODE_VALUE ? item.text(ResultTag.LongCodeValue, "UC", value)
                : item.text(ResultTag.CodeValue, "SH", value);
    }

    /** Whether it is the same code, whatever words are used for it. */
    public boolean means(CodedConcept other) {
        return value.equals(other.value) && scheme.equals(other.scheme);
    }
}

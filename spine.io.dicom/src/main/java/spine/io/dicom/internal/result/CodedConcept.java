package spine.io.dicom.internal.result;

import spine.dicom.DicomObject;

/** A coded concept (PS3.3 8.8). */
public record CodedConcept(String value, String scheme, String meaning) {
    public static final CodedConcept ANATOMICAL_STRUCTURE = sct("91723000", "Anatomical Structure");
    public static final CodedConcept MORPHOLOGICALLY_ABNORMAL = sct("49755003", "Morphologically Abnormal Structure");
    public static final CodedConcept EDEMA = sct("79654002", "Edema");
    public static final CodedConcept LESION = sct("52988006", "Lesion");
    public static final CodedConcept BONE_MARROW = sct("14016003", "Bone Marrow");
    public static final CodedConcept ARTIFICIAL_INTELLIGENCE = dcm("123110", "Artificial Intelligence");
    public static final CodedConcept SEGMENTATION = dcm("113076", "Segmentation");
    public static final CodedConcept SOURCE_IMAGE = dcm("121322", "Source image for image processing operation");

    /** A concept of SNOMED CT. */
    public static CodedConcept sct(String value, String meaning) {
        return new CodedConcept(value, "SCT", meaning);
    }

    private static CodedConcept dcm(String value, String meaning) {
        return new CodedConcept(value, "DCM", meaning);
    }

    /** The item of a code sequence. */
    public DicomObject item() {
        return new DicomObject().text(ResultTag.CodeValue, "SH", value).text(ResultTag.CodingSchemeDesignator, "SH", scheme)
                .text(ResultTag.CodeMeaning, "LO", meaning);
    }
}

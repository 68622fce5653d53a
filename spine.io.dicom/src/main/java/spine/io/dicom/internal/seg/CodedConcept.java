package spine.io.dicom.internal.seg;

import spine.dicom.DicomObject;

/** A coded concept (PS3.3 8.8). */
record CodedConcept(String value, String scheme, String meaning) {
    static final CodedConcept ANATOMICAL_STRUCTURE = sct("91723000", "Anatomical Structure");
    static final CodedConcept MORPHOLOGICALLY_ABNORMAL = sct("49755003", "Morphologically Abnormal Structure");
    static final CodedConcept EDEMA = sct("79654002", "Edema");
    static final CodedConcept LESION = sct("52988006", "Lesion");
    static final CodedConcept BONE_MARROW = sct("14016003", "Bone Marrow");
    static final CodedConcept ARTIFICIAL_INTELLIGENCE = dcm("123110", "Artificial Intelligence");
    static final CodedConcept SEGMENTATION = dcm("113076", "Segmentation");
    static final CodedConcept SOURCE_IMAGE = dcm("121322", "Source image for image processing operation");

    /** A concept of SNOMED CT. */
    static CodedConcept sct(String value, String meaning) {
        return new CodedConcept(value, "SCT", meaning);
    }

    private static CodedConcept dcm(String value, String meaning) {
        return new CodedConcept(value, "DCM", meaning);
    }

    /** The item of a code sequence. */
    DicomObject item() {
        return new DicomObject().text(SegTag.CodeValue, "SH", value).text(SegTag.CodingSchemeDesignator, "SH", scheme)
                .text(SegTag.CodeMeaning, "LO", meaning);
    }
}

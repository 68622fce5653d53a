package spine.io.dicom.internal.seg;

import spine.dicom.DicomObject;

/** A coded concept (PS3.3 8.8). */
record Code(String value, String scheme, String meaning) {
    static final Code ANATOMICAL_STRUCTURE = sct("91723000", "Anatomical Structure");
    static final Code MORPHOLOGICALLY_ABNORMAL = sct("49755003", "Morphologically Abnormal Structure");
    static final Code EDEMA = sct("79654002", "Edema");
    static final Code BONE_MARROW = sct("14016003", "Bone Marrow");
    static final Code ARTIFICIAL_INTELLIGENCE = dcm("123110", "Artificial Intelligence");
    static final Code SEGMENTATION = dcm("113076", "Segmentation");
    static final Code SOURCE_IMAGE = dcm("121322", "Source image for image processing operation");

    /** A concept of SNOMED CT. */
    static Code sct(String value, String meaning) {
        return new Code(value, "SCT", meaning);
    }

    private static Code dcm(String value, String meaning) {
        return new Code(value, "DCM", meaning);
    }

    /** The item of a code sequence. */
    DicomObject item() {
        return new DicomObject().text(SegTag.CodeValue, "SH", value).text(SegTag.CodingSchemeDesignator, "SH", scheme)
                .text(SegTag.CodeMeaning, "LO", meaning);
    }
}

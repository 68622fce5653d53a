package spine.dicom.result;

import spine.dicom.SopClass;

/** The DICOM objects that spine makes of a study. */
public enum ResultKind {
    /** Structured reports. */
    SR(SopClass.COMPREHENSIVE_3D_SR_STORAGE),
    /** Segmentations. */
    SEG(SopClass.SEGMENTATION_STORAGE),
    /** Secondary captures. */
    SC(SopClass.SECONDARY_CAPTURE_STORAGE),
    /** Presentation states. */
    GSPS(SopClass.GRAYSCALE_PRESENTATION_STATE_STORAGE),
    /** Reports as PDF. */
    PDF(SopClass.ENCAPSULATED_PDF_STORAGE);

    private final String sopClass;

    ResultKind(String sopClass) {
        this.sopClass = sopClass;
    }

    /** SOP class UID of such objects. */
    public String sopClass() {
        return sopClass;
    }
}

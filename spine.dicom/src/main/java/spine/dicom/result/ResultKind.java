package spine.doors.internal.destination;

import spine.dicom.SopClass;

/** What of the objects that spine makes a destination may want. */
enum ResultKind {
    /** Structured reports. */
    SR(SopClass.COMPREHENSIVE_3D_SR_STORAGE),
    /** Segmentations. */
    SEG(SopClass.SEGMENTATION_STORAGE),
    /** Secondary captures. */
    SC(SopClass.SECONDARY_CAPTURE_STORAGE),
    /** Presentation states. */
    GSPS(SopClass.GRAYSCALE_PRESENTATION_STATE_STORAGE);

    private final String sopClass;

    ResultKind(String sopClass) {
        this.sopClass = sopClass;
    }

    String sopClass() {
        return sopClass;
    }
}

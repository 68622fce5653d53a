package spine.io.dicom.internal.sr;

import spine.dicom.DicomObject;
import spine.io.dicom.internal.result.CodedConcept;

/** The head of a measurement group of TID 1411 (PS3.16): what is measured, where, and on which segment. */
final class GroupItem {

    private GroupItem() {
    }

    /**
     * @param segment reference to a segment
     * @param sourceSeries on which the segment was made
     */
    static ContentItem of(String trackingId, String trackingUid, CodedConcept site, DicomObject segment, String sourceSeries) {
        return ContentItem.container(SrCodes.GROUP, "1411")
                .observedIn(ContentItem.text(SrCodes.TRACKING_ID, trackingId))
                .observedIn(ContentItem.uid(SrCodes.TRACKING_UID, trackingUid))
                .contains(ContentItem.code(SrCodes.FINDING, CodedConcept.EDEMA))
                .modifiedBy(ContentItem.code(SrCodes.FINDING_SITE, site))
                .contains(ContentItem.image(SrCodes.SEGMENT, segment))
                .contains(ContentItem.uid(SrCodes.SOURCE_SERIES, sourceSeries));
    }
}

package spine.io.dicom.internal.seg;

import spine.dicom.DicomObject;
import spine.io.dicom.internal.result.CodedConcept;
import spine.io.dicom.internal.result.ResultTag;

/** The items of SegmentSequence (PS3.3 C.8.20.4). */
final class SegmentItems {
    private final MaskProvenance provenance;

    SegmentItems(MaskProvenance provenance) {
        this.provenance = provenance;
    }

    DicomObject[] of(PackedMasks masks) {
        DicomObject[] items = new DicomObject[masks.segments().size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(i + 1, masks.segments().get(i));
            if (masks.empty()) {
                items[i].text(ResultTag.SegmentDescription, "ST", "none found on these images");
            }
        }
        return items;
    }

    private DicomObject item(int number, Segment segment) {
        DicomObject item = new DicomObject()
                .unsignedShorts(ResultTag.SegmentNumber, number)
                .text(ResultTag.SegmentLabel, "LO", segment.label())
                .text(ResultTag.SegmentAlgorithmType, "CS", provenance.algorithmType())
                .text(ResultTag.SegmentAlgorithmName, "LO", provenance.algorithmName())
                .sequence(ResultTag.SegmentedPropertyCategoryCodeSequence, segment.category().item())
                .sequence(ResultTag.SegmentedPropertyTypeCodeSequence, segment.type().item())
                .unsignedShorts(ResultTag.RecommendedDisplayCIELabValue, segment.colour().lab())
                .text(ResultTag.TrackingID, "UT", segment.tracking())
                .text(ResultTag.TrackingUID, "UI", trackingUid(segment));
        segment.region().ifPresent(region -> item.sequence(ResultTag.AnatomicRegionSequence, region.item()));
        provenance.model().ifPresent(card -> item.sequence(ResultTag.SegmentationAlgorithmIdentificationSequence, new DicomObject()
                .sequence(ResultTag.AlgorithmFamilyCodeSequence, CodedConcept.ARTIFICIAL_INTELLIGENCE.item())
                .text(ResultTag.AlgorithmName, "LO", card.id())
                .text(ResultTag.AlgorithmVersion, "LO", card.version())
                .text(ResultTag.AlgorithmParameters, "LT", "weights SHA-256 " + card.weightsSha256())));
        return item;
    }

    private String trackingUid(Segment segment) {
        return provenance.derivedUid().with("tracking").with(segment.tracking()).uid();
    }
}

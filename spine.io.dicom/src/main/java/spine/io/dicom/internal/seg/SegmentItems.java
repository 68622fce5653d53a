package spine.io.dicom.internal.seg;

import java.util.List;
import spine.dicom.DicomObject;

/** The items of SegmentSequence (PS3.3 C.8.20.4). */
final class SegmentItems {
    private final MaskProvenance provenance;

    SegmentItems(MaskProvenance provenance) {
        this.provenance = provenance;
    }

    DicomObject[] of(List<Segment> segments) {
        DicomObject[] items = new DicomObject[segments.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(i + 1, segments.get(i));
        }
        return items;
    }

    private DicomObject item(int number, Segment segment) {
        DicomObject item = new DicomObject()
                .unsignedShorts(SegTag.SegmentNumber, number)
                .text(SegTag.SegmentLabel, "LO", segment.label())
                .text(SegTag.SegmentAlgorithmType, "CS", "AUTOMATIC")
                .text(SegTag.SegmentAlgorithmName, "LO", provenance.algorithmName())
                .sequence(SegTag.SegmentedPropertyCategoryCodeSequence, segment.category().item())
                .sequence(SegTag.SegmentedPropertyTypeCodeSequence, segment.type().item())
                .text(SegTag.TrackingID, "UT", segment.label())
                .text(SegTag.TrackingUID, "UI", provenance.derivedUid().with("tracking").with(segment.label()).uid());
        segment.region().ifPresent(region -> item.sequence(SegTag.AnatomicRegionSequence, region.item()));
        provenance.model().ifPresent(card -> item.sequence(SegTag.SegmentationAlgorithmIdentificationSequence, new DicomObject()
                .sequence(SegTag.AlgorithmFamilyCodeSequence, CodedConcept.ARTIFICIAL_INTELLIGENCE.item())
                .text(SegTag.AlgorithmName, "LO", card.id())
                .text(SegTag.AlgorithmVersion, "LO", card.version())
                .text(SegTag.AlgorithmParameters, "LT", "weights SHA-256 " + card.weightsSha256())));
        return item;
    }
}

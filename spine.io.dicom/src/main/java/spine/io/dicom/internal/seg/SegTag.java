package spine.io.dicom.internal.seg;

/** Attributes of segmentation objects (PS3.3 A.51), named as in PS3.6. */
final class SegTag {
    static final int ReferencedSeriesSequence = 0x00081115;
    static final int ReferencedInstanceSequence = 0x0008114A;
    static final int ReferencedSOPClassUID = 0x00081150;
    static final int ReferencedSOPInstanceUID = 0x00081155;
    static final int ReferencedFrameNumber = 0x00081160;
    static final int CodeValue = 0x00080100;
    static final int CodingSchemeDesignator = 0x00080102;
    static final int CodeMeaning = 0x00080104;
    static final int SourceImageSequence = 0x00082112;
    static final int AnatomicRegionSequence = 0x00082218;
    static final int DerivationImageSequence = 0x00089124;
    static final int DerivationCodeSequence = 0x00089215;
    static final int PurposeOfReferenceCodeSequence = 0x0040A170;
    static final int FrameContentSequence = 0x00209111;
    static final int PlanePositionSequence = 0x00209113;
    static final int PlaneOrientationSequence = 0x00209116;
    static final int DimensionIndexValues = 0x00209157;
    static final int DimensionOrganizationUID = 0x00209164;
    static final int DimensionIndexPointer = 0x00209165;
    static final int FunctionalGroupPointer = 0x00209167;
    static final int DimensionOrganizationSequence = 0x00209221;
    static final int DimensionIndexSequence = 0x00209222;
    static final int DimensionDescriptionLabel = 0x00209421;
    static final int PixelMeasuresSequence = 0x00289110;
    static final int LossyImageCompression = 0x00282110;
    static final int SegmentationType = 0x00620001;
    static final int SegmentSequence = 0x00620002;
    static final int SegmentedPropertyCategoryCodeSequence = 0x00620003;
    static final int SegmentNumber = 0x00620004;
    static final int SegmentLabel = 0x00620005;
    static final int SegmentationAlgorithmIdentificationSequence = 0x00620007;
    static final int SegmentAlgorithmType = 0x00620008;
    static final int SegmentAlgorithmName = 0x00620009;
    static final int SegmentIdentificationSequence = 0x0062000A;
    static final int ReferencedSegmentNumber = 0x0062000B;
    static final int SegmentedPropertyTypeCodeSequence = 0x0062000F;
    static final int SegmentsOverlap = 0x00620013;
    static final int TrackingID = 0x00620020;
    static final int TrackingUID = 0x00620021;
    static final int AlgorithmFamilyCodeSequence = 0x0066002F;
    static final int AlgorithmVersion = 0x00660031;
    static final int AlgorithmParameters = 0x00660032;
    static final int AlgorithmName = 0x00660036;
    static final int ContentLabel = 0x00700080;
    static final int ContentDescription = 0x00700081;
    static final int ContentCreatorName = 0x00700084;
    static final int SharedFunctionalGroupsSequence = 0x52009229;
    static final int PerFrameFunctionalGroupsSequence = 0x52009230;

    private SegTag() {
    }
}

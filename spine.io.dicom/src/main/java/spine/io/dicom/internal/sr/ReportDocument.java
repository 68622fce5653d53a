package spine.io.dicom.internal.sr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spine.api.report.Predecessor;
import spine.api.report.ScoringResult;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.io.dicom.internal.result.ImageReferences;
import spine.io.dicom.internal.result.ResultSeries;
import spine.io.dicom.internal.result.ResultTag;
import spine.io.dicom.internal.result.SourceImages;
import spine.io.dicom.internal.seg.UnitSegmentation;

/** Puts the structured report together: Comprehensive 3D SR (PS3.3 A.35.13). */
final class ReportDocument {
    private static final int SERIES_NUMBER = 9101;

    private final ScoringResult result;
    private final SourceImages images;
    private final Optional<UnitSegmentation> segments;

    /** @param segments what it refers to; empty where nothing was found to measure */
    ReportDocument(ScoringResult result, SourceImages images, Optional<UnitSegmentation> segments) {
        this.result = result;
        this.images = images;
        this.segments = segments;
    }

    DicomObject build() {
        String study = result.study().studyInstanceUid();
        DicomObject object = ResultSeries.of(result, "SR", "report", SERIES_NUMBER)
                .object(SopClass.COMPREHENSIVE_3D_SR_STORAGE, 1, images.attributes(), ResultSeries.MAKER, ResultSeries.versions(result));
        images.attributes().dateContent(object);
        object.sequence(ResultTag.ReferencedPerformedProcedureStepSequence)
                .sequence(ResultTag.PerformedProcedureCodeSequence)
                .sequence(ResultTag.CodingSchemeIdentificationSequence, SrCodes.schemes())
                .sequence(ResultTag.CurrentRequestedProcedureEvidenceSequence, new DicomObject().text(Tag.StudyInstanceUID, "UI", study)
                        .sequence(ResultTag.ReferencedSeriesSequence, evidence()))
                .text(ResultTag.CompletionFlag, "CS", "COMPLETE").text(ResultTag.VerificationFlag, "CS", "UNVERIFIED");
        result.predecessor().flatMap(Predecessor::report).ifPresent(before -> object.sequence(ResultTag.PredecessorDocumentsSequence,
                new DicomObject().text(Tag.StudyInstanceUID, "UI", study).sequence(ResultTag.ReferencedSeriesSequence,
                        new DicomObject().text(Tag.SeriesInstanceUID, "UI", before.seriesInstanceUid())
                                .sequence(ResultTag.ReferencedSOPSequence,
                                        ImageReferences.instance(before.sopClassUid(), before.sopInstanceUid())))));
        for (DicomElement element : new ReportTree(result, images, segments).root().item().elements()) {
            object.put(element);
        }
        return ResultSeries.identified(object);
    }

    /** Every instance that the report refers to. */
    private DicomObject[] evidence() {
        List<DicomObject> series = new ArrayList<>();
        images.bySeries().forEach((uid, slices) -> series.add(new DicomObject().text(Tag.SeriesInstanceUID, "UI", uid)
                .sequence(ResultTag.ReferencedSOPSequence, ImageReferences.instances(slices))));
        segments.map(UnitSegmentation::object).ifPresent(object -> series.add(new DicomObject()
                .text(Tag.SeriesInstanceUID, "UI", object.text(Tag.SeriesInstanceUID))
                .sequence(ResultTag.ReferencedSOPSequence,
                        ImageReferences.instance(object.text(Tag.SOPClassUID), object.text(Tag.SOPInstanceUID)))));
        return series.toArray(DicomObject[]::new);
    }
}

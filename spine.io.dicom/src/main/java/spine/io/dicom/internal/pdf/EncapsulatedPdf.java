package spine.io.dicom.internal.pdf;

import java.util.Arrays;
import spine.api.report.ScoringResult;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.io.dicom.internal.result.CodedConcept;
import spine.io.dicom.internal.result.ImageReferences;
import spine.io.dicom.internal.result.ResultSeries;
import spine.io.dicom.internal.result.ResultTag;
import spine.io.dicom.internal.result.SourceAttributes;
import spine.io.dicom.internal.result.SourceImages;

/** Puts the object together (PS3.3 A.45.1, C.24.2). */
final class EncapsulatedPdf {
    private static final int SERIES_NUMBER = 9104;
    private static final CodedConcept TITLE = CodedConcept.dcm("126000", "Imaging Measurement Report");

    private final ScoringResult result;
    private final SourceImages images;

    EncapsulatedPdf(ScoringResult result, SourceImages images) {
        this.result = result;
        this.images = images;
    }

    DicomObject build(byte[] document) {
        SourceAttributes source = images.attributes();
        DicomObject object = ResultSeries.of(result, "DOC", "report as PDF", SERIES_NUMBER)
                .object(SopClass.ENCAPSULATED_PDF_STORAGE, 1, source, ResultSeries.MAKER, ResultSeries.versions(result));
        source.dateContent(object);
        // The document has neither name nor birth date of the patient. Its images are of several times: there is no time of acquisition.
        object.text(ResultTag.ConversionType, "CS", "WSD").text(ResultTag.AcquisitionDateTime, "DT")
                .text(ResultTag.BurnedInAnnotation, "CS", "NO").text(ResultTag.DocumentTitle, "ST", "Spinal inflammation report")
                .sequence(ResultTag.ConceptNameCodeSequence, TITLE.item())
                .sequence(ResultTag.SourceInstanceSequence, ImageReferences.instances(
                        result.study().stacks().stream().flatMap(stack -> stack.slices().stream()).toList()))
                .text(ResultTag.MIMETypeOfEncapsulatedDocument, "LO", "application/pdf")
                .unsignedLongs(ResultTag.EncapsulatedDocumentLength, document.length)
                .put(DicomElement.of(ResultTag.EncapsulatedDocument, "OB",
                        Arrays.copyOf(document, document.length + (document.length & 1))));
        return ResultSeries.identified(object);
    }
}

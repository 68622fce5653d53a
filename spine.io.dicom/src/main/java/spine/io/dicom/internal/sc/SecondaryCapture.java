package spine.io.dicom.internal.sc;

import java.util.Arrays;
import java.util.List;
import spine.api.image.Slice;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.io.dicom.internal.result.CodedConcept;
import spine.io.dicom.internal.result.ImageReferences;
import spine.io.dicom.internal.result.LossySource;
import spine.io.dicom.internal.result.ResultSeries;
import spine.io.dicom.internal.result.ResultTag;
import spine.io.dicom.internal.result.SourceAttributes;
import spine.io.dicom.internal.result.SourceImages;

/** Puts a secondary capture together (PS3.3 A.8.1). */
final class SecondaryCapture {
    private final ResultSeries series;
    private final SourceImages images;
    private final String[] versions;

    /** @param versions of what made it */
    SecondaryCapture(ResultSeries series, SourceImages images, String... versions) {
        this.series = series;
        this.images = images;
        this.versions = versions.clone();
    }

    DicomObject build(KeyPicture key, int instanceNumber) {
        Picture picture = key.draw();
        Slice slice = key.slice();
        SourceAttributes patient = images.attributes();
        DicomObject object = series.object(SopClass.SECONDARY_CAPTURE_STORAGE, instanceNumber, patient, ResultSeries.MAKER, versions);
        patient.dateContent(object);
        new LossySource(images).describe(object, List.of(slice));
        object.text(Tag.BodyPartExamined, "CS", "SPINE").text(ResultTag.ConversionType, "CS", "WSD")
                .text(Tag.ImageType, "CS", "DERIVED", "SECONDARY")
                .text(ResultTag.PatientOrientation, "CS")
                .text(ResultTag.DerivationDescription, "ST", "Outlines of bone marrow oedema and vertebral bodies, names of discs")
                .sequence(ResultTag.SourceImageSequence, ImageReferences.to(slice)
                        .sequence(ResultTag.PurposeOfReferenceCodeSequence, CodedConcept.SOURCE_IMAGE.item()))
                .text(ResultTag.BurnedInAnnotation, "CS", "NO")
                .decimals(Tag.PixelSpacing, slice.plane().rowSpacing() / picture.factor(), slice.plane().columnSpacing() / picture.factor())
                .unsignedShorts(Tag.SamplesPerPixel, 3).text(Tag.PhotometricInterpretation, "CS", "RGB")
                .unsignedShorts(ResultTag.PlanarConfiguration, 0)
                .unsignedShorts(Tag.Rows, picture.rows()).unsignedShorts(Tag.Columns, picture.columns())
                .unsignedShorts(Tag.BitsAllocated, 8).unsignedShorts(Tag.BitsStored, 8).unsignedShorts(Tag.HighBit, 7)
                .unsignedShorts(Tag.PixelRepresentation, 0)
                .put(DicomElement.of(Tag.PixelData, "OB", Arrays.copyOf(picture.rgb(), picture.rgb().length + (picture.rgb().length & 1))));
        String comments = key.comments();
        return ResultSeries.identified(comments.isEmpty() ? object : object.text(ResultTag.ImageComments, "LT", comments));
    }
}

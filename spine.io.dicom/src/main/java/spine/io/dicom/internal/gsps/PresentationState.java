package spine.io.dicom.internal.gsps;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.io.dicom.internal.orientation.StoredGrid;
import spine.io.dicom.internal.result.DisplayColour;
import spine.io.dicom.internal.result.ImageReferences;
import spine.io.dicom.internal.result.ResultSeries;
import spine.io.dicom.internal.result.ResultTag;
import spine.io.dicom.internal.result.SourceImages;

/** Puts a presentation state together (PS3.3 A.33.1). */
final class PresentationState {
    private final ResultSeries series;
    private final SourceImages images;
    private final PresentedImages presented;
    private final Annotations annotations;

    PresentationState(ResultSeries series, SourceImages images, PresentedImages presented, Annotations annotations) {
        this.series = series;
        this.images = images;
        this.presented = presented;
        this.annotations = annotations;
    }

    /** @param versions of what made it */
    DicomObject build(int instanceNumber, String... versions) {
        DicomObject object = series.object(SopClass.GRAYSCALE_PRESENTATION_STATE_STORAGE, instanceNumber, images.attributes(),
                ResultSeries.MAKER, versions);
        object.text(Tag.BodyPartExamined, "CS", "SPINE").text(ResultTag.PresentationCreationDate, "DA", images.attributes().contentDate())
                .text(ResultTag.PresentationCreationTime, "TM", images.attributes().contentTime())
                .text(ResultTag.ContentLabel, "CS", "OEDEMA")
                .text(ResultTag.ContentDescription, "LO", "Outlines of oedema and names of levels")
                .text(ResultTag.ContentCreatorName, "PN", ResultSeries.MAKER + "^")
                .text(ResultTag.PresentationLUTShape, "CS", presented.inverted() ? "INVERSE" : "IDENTITY")
                .sequence(ResultTag.ReferencedSeriesSequence, references())
                .sequence(ResultTag.DisplayedAreaSelectionSequence, displayedArea())
                .sequence(ResultTag.GraphicAnnotationSequence, presented.slices().stream().map(annotations::of).flatMap(List::stream)
                        .toArray(DicomObject[]::new))
                .sequence(ResultTag.GraphicLayerSequence,
                        layer(Annotations.OEDEMA_LAYER, 1, "Outlines of bone marrow oedema", DisplayColour.RED),
                        layer(Annotations.LEVEL_LAYER, 2, "Names of discs", DisplayColour.CYAN));
        presented.copyModality(object);
        DicomObject[] windows = presented.windows(images).stream().map(window -> new DicomObject()
                .sequence(ResultTag.ReferencedImageSequence, ImageReferences.to(window.slices()))
                .decimals(Tag.WindowCenter, window.centre()).decimals(Tag.WindowWidth, window.width())).toArray(DicomObject[]::new);
        return ResultSeries.identified(windows.length == 0 ? object : object.sequence(ResultTag.SoftcopyVOILUTSequence, windows));
    }

    private DicomObject[] references() {
        return images.bySeries().entrySet().stream().map(of -> new DicomObject().text(Tag.SeriesInstanceUID, "UI", of.getKey())
                .sequence(ResultTag.ReferencedImageSequence,
                        ImageReferences.to(of.getValue().stream().filter(presented.slices()::contains).toList())))
                .filter(item -> !item.items(ResultTag.ReferencedImageSequence).isEmpty()).toArray(DicomObject[]::new);
    }

    private DicomObject displayedArea() {
        StoredGrid first = images.grid(presented.slices().get(0));
        return new DicomObject().put(longs(ResultTag.DisplayedAreaTopLeftHandCorner, 1, 1))
                .put(longs(ResultTag.DisplayedAreaBottomRightHandCorner, first.columns(), first.rows()))
                .text(ResultTag.PresentationSizeMode, "CS", "SCALE TO FIT")
                .decimals(ResultTag.PresentationPixelSpacing, first.plane().rowSpacing(), first.plane().columnSpacing());
    }

    private static DicomElement longs(int tag, int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            buffer.putInt(value);
        }
        return DicomElement.of(tag, "SL", buffer.array());
    }

    private static DicomObject layer(String name, int order, String description, DisplayColour colour) {
        return new DicomObject().text(ResultTag.GraphicLayer, "CS", name).integers(ResultTag.GraphicLayerOrder, order)
                .unsignedShorts(ResultTag.GraphicLayerRecommendedDisplayCIELabValue, colour.lab())
                .text(ResultTag.GraphicLayerDescription, "LO", description);
    }
}

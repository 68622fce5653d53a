package spine.io.dicom.internal.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import spine.api.image.SlicePlane;
import spine.common.geometry.PlausibleGeometry;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.pixel.DicomImages;
import spine.io.dicom.internal.orientation.StoredOrientation;

/** Gathers the facts of the images of one file. */
final class ImageHeaderBuilder {
    private static final int FRAME_TYPE = 0x00089007;
    private static final int COMPLEX_IMAGE_COMPONENT = 0x00089208;
    private static final int SEQUENCE_NAME = 0x00180024;
    private static final int PULSE_SEQUENCE_NAME = 0x00189005;
    private static final String MIXED = "MIXED";
    private static final String TURNED = "the pixels are stored turned or mirrored, and were brought upright as the header says they lie";
    private static final String OTHER_MR_CLASSES = SopClass.MR_IMAGE_STORAGE + ".";

    private final DicomObject header;
    private final DicomImages images;
    private final ImageUids uids;
    private final PatientKey patient;
    private final String exam;
    private final Optional<Concatenation> concatenation;

    ImageHeaderBuilder(DicomObject header, DicomImages images) {
        this.header = header;
        this.images = images;
        this.uids = ImageUids.of(header);
        this.patient = PatientKey.of(header);
        this.exam = PatientKey.exam(header);
        this.concatenation = Concatenation.of(header);
    }

    ImageHeader image(FrameAttributes image, ImageSource source) {
        List<String> imageType = imageType(image);
        List<String> words = Stream.of(image.text(Tag.SeriesDescription), image.text(Tag.ProtocolName),
                image.text(SEQUENCE_NAME) + image.text(PULSE_SEQUENCE_NAME)).map(ImageHeaderBuilder::onOneLine).toList();
        PlaneReader reader = new PlaneReader(image);
        Optional<SlicePlane> stored = reader.plane();
        StoredOrientation orientation = stored.map(StoredOrientation::of).orElse(StoredOrientation.UPRIGHT);
        int rows = header.integer(orientation.transposed() ? Tag.Columns : Tag.Rows, 0);
        int columns = header.integer(orientation.transposed() ? Tag.Rows : Tag.Columns, 0);
        String named = image.text(COMPLEX_IMAGE_COMPONENT);
        Optional<ImageComponent> component = ImageComponent.of(named, imageType).or(() -> GeRawDataType.of(header));
        return new ImageHeader(source, uids, patient, exam, modality(),
                obstacle(imageType, source, component.isEmpty() && named.equals(MIXED)).or(() -> stored.flatMap(this::implausible)),
                rows, columns, stored.map(plane -> orientation.upright(plane, rows, columns)), orientation, imageType,
                component.orElse(ImageComponent.MAGNITUDE), words, MrParameters.of(image), Rescaling.of(image),
                AcquisitionOrder.of(image, source.frame()), concatenation, remarks(reader, orientation));
    }

    private static List<String> remarks(PlaneReader reader, StoredOrientation orientation) {
        List<String> remarks = new ArrayList<>(reader.remarks());
        if (!orientation.isUpright()) {
            remarks.add(TURNED);
        }
        return remarks;
    }

    /** Notes are single lines. */
    private static String onOneLine(String words) {
        return words.replaceAll("\\p{Cntrl}+", " ");
    }

    private static List<String> imageType(FrameAttributes image) {
        List<String> ofFrame = image.texts(FRAME_TYPE);
        return (ofFrame.isEmpty() ? image.texts(Tag.ImageType) : ofFrame).stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
    }

    private String modality() {
        String modality = header.text(Tag.Modality);
        boolean mr = uids.sopClass().equals(SopClass.MR_IMAGE_STORAGE) || uids.sopClass().startsWith(OTHER_MR_CLASSES);
        return modality.isEmpty() && mr ? "MR" : modality;
    }

    private Optional<String> implausible(SlicePlane plane) {
        return PlausibleGeometry.ofImage(header.integer(Tag.Rows, 0), header.integer(Tag.Columns, 0), plane.rowSpacing(),
                plane.columnSpacing(), plane.origin().x(), plane.origin().y(), plane.origin().z());
    }

    private Optional<String> obstacle(List<String> imageType, ImageSource source, boolean anyComponent) {
        boolean enhanced = HeaderReader.ENHANCED.contains(uids.sopClass());
        if (!uids.sopClass().equals(SopClass.MR_IMAGE_STORAGE) && !enhanced) {
            return Optional.of("it does not hold MR images but objects of class "
                    + (uids.sopClass().isEmpty() ? "unknown" : uids.sopClass()));
        }
        if (imageType.contains("MOSAIC")) {
            return Optional.of("it is a mosaic, all slices tiled into one image as Siemens does; export each slice as an image of its"
                    + " own or all as Enhanced MR");
        }
        if (source.frame() == 0 && (enhanced || header.integer(Tag.NumberOfFrames, 1) > 1)) {
            return Optional.of("it has several frames in one file and no functional groups that say where each lies");
        }
        if (anyComponent) {
            return Optional.of("it mixes magnitude with other components of the signal and does not say which frame shows which");
        }
        return images.undecodable(header.text(Tag.TransferSyntaxUID)).map(name -> "it is compressed with " + name + ", which is not read");
    }
}

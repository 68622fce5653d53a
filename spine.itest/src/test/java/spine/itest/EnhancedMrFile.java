package spine.itest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import spine.api.UnusableInputException;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;

/** The single images of one series as the frames of one Enhanced MR object (DICOM PS3.3 A.36). */
final class EnhancedMrFile {
    private static final String ENHANCED_MR = "1.2.840.10008.5.1.4.1.1.4.1";
    /** What stands in functional groups, or differs from image to image. */
    private static final Set<Integer> NOT_COMMON = Set.of(Tag.SOPClassUID, Tag.SOPInstanceUID, Tag.InstanceNumber, Tag.ImageType,
            Tag.ImagePositionPatient, Tag.ImageOrientationPatient, Tag.PixelSpacing, Tag.SliceThickness, Tag.SliceLocation,
            Tag.ScanningSequence, Tag.SequenceVariant, Tag.ScanOptions, Tag.RepetitionTime, Tag.EchoTime, Tag.InversionTime,
            Tag.EchoNumbers, Tag.RescaleSlope, Tag.RescaleIntercept, Tag.WindowCenter, Tag.WindowWidth, Tag.PixelData);

    private EnhancedMrFile() {
    }

    /** @param series folder with the images of one series */
    static void write(Path series, Path file) throws IOException, UnusableInputException {
        List<DicomObject> images = new ArrayList<>();
        try (Stream<Path> files = Files.list(series)) {
            for (Path image : files.sorted().toList()) {
                images.add(new NativeDicomCodec().read(image, true));
            }
        }
        DicomObject first = images.get(0);
        DicomObject object = new DicomObject();
        first.elements().stream().filter(element -> element.tag() >>> 16 != 2 && !NOT_COMMON.contains(element.tag())).forEach(object::put);
        object.text(Tag.SOPClassUID, "UI", ENHANCED_MR).text(Tag.SOPInstanceUID, "UI", first.text(Tag.SeriesInstanceUID) + ".1")
                .integers(Tag.InstanceNumber, 1).integers(Tag.NumberOfFrames, images.size())
                .text(Tag.ImageType, "CS", "ORIGINAL", "PRIMARY", "T2", "NONE").sequence(0x52009229, shared(first));
        List<DicomObject> frames = new ArrayList<>();
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        for (DicomObject image : images) {
            frames.add(frame(image, frames.size() + 1));
            pixels.writeBytes(image.element(Tag.PixelData).orElseThrow().bytes());
        }
        object.sequence(0x52009230, frames.toArray(DicomObject[]::new)).put(DicomElement.of(Tag.PixelData, "OW", pixels.toByteArray()));
        try (OutputStream out = Files.newOutputStream(file)) {
            new NativeDicomCodec().write(object, out);
        }
    }

    /** Timing, echo, inversion and pixel size. */
    private static DicomObject shared(DicomObject image) {
        boolean inverted = image.number(Tag.InversionTime) > 0;
        DicomObject modifier = new DicomObject().text(0x00189009, "CS", inverted ? "YES" : "NO");
        return new DicomObject().sequence(0x00189112, part(image, Tag.RepetitionTime))
                .sequence(0x00189114, number(new DicomObject(), 0x00189082, image.number(Tag.EchoTime)))
                .sequence(0x00189115, inverted ? number(modifier, 0x00189079, image.number(Tag.InversionTime)) : modifier)
                .sequence(0x00289110, part(image, Tag.PixelSpacing, Tag.SliceThickness));
    }

    private static DicomObject frame(DicomObject image, int number) {
        DicomObject frame = new DicomObject();
        if (image.element(Tag.RescaleSlope).isPresent()) {
            frame.sequence(0x00289145, part(image, Tag.RescaleSlope, Tag.RescaleIntercept).text(0x00281054, "LO", "US"));
        }
        return frame.sequence(0x00209116, part(image, Tag.ImageOrientationPatient))
                .sequence(0x00209111, new DicomObject().text(0x00209056, "SH", "1").unsignedLongs(0x00209057, number))
                .sequence(0x00209113, part(image, Tag.ImagePositionPatient))
                .sequence(0x00189226, new DicomObject().text(0x00089007, "CS", "ORIGINAL", "PRIMARY", "T2", "NONE")
                        .text(0x00089208, "CS", "MAGNITUDE"));
    }

    private static DicomObject part(DicomObject image, int... tags) {
        DicomObject item = new DicomObject();
        for (int tag : tags) {
            image.element(tag).ifPresent(item::put);
        }
        return item;
    }

    private static DicomObject number(DicomObject item, int tag, double value) {
        return item.put(DicomElement.of(tag, "FD", ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array()));
    }
}

package spine.io.dicom.internal.study;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import spine.api.UnusableInputException;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;

/** The images of one or several classic series as frames of one enhanced MR object, with the habits of different writers. */
final class EnhancedObject {
    static final String UID = SyntheticSeries.STUDY + ".77.1";

    /** Where a writer puts what. */
    enum Habit {
        /** What all frames have in common in the shared groups (PS3.3 A.36.2). */
        STANDARD,
        /** Everything in the groups of the frames, and once more in classic form in a private sequence; nothing shared. */
        PHILIPS,
        /** Stacks and temporal positions named in the groups of the frames, beside private groups. */
        SIEMENS,
        /** Of converted single images: physics among the attributes not assigned to a group (PS3.3 A.71). */
        LEGACY
    }

    private final Habit habit;
    private final List<DicomObject> images = new ArrayList<>();

    EnhancedObject(Habit habit) {
        this.habit = habit;
    }

    /** Adds the images of the folder in the order of their file names, which is not that of space. */
    EnhancedObject add(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                images.add(new NativeDicomCodec().read(file, true));
            }
        } catch (UnusableInputException e) {
            throw new IOException(e);
        }
        return this;
    }

    /** @return the file */
    Path write(Path folder) throws IOException {
        Path file = folder.resolve("enhanced");
        try (OutputStream out = Files.newOutputStream(file)) {
            new NativeDicomCodec().write(build(), out);
        }
        return file;
    }

    DicomObject build() {
        DicomObject first = images.get(0);
        DicomObject object = new DicomObject();
        for (int tag : new int[] {Tag.StudyDate, Tag.StudyTime, Tag.Modality, Tag.Manufacturer, Tag.SeriesDescription, Tag.PatientName,
            Tag.PatientID, Tag.MagneticFieldStrength, Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.StudyID, Tag.FrameOfReferenceUID,
            Tag.SeriesNumber, Tag.SamplesPerPixel, Tag.PhotometricInterpretation, Tag.Rows, Tag.Columns, Tag.BitsAllocated, Tag.BitsStored,
            Tag.HighBit, Tag.PixelRepresentation}) {
            first.element(tag).ifPresent(object::put);
        }
        object.text(Tag.SOPClassUID, "UI", habit == Habit.LEGACY ? SopClass.LEGACY_CONVERTED_ENHANCED_MR_IMAGE_STORAGE
                : SopClass.ENHANCED_MR_IMAGE_STORAGE).text(Tag.SOPInstanceUID, "UI", UID)
                .text(Tag.ImageType, "CS", "ORIGINAL", "PRIMARY", "T2", "NONE").integers(Tag.NumberOfFrames, images.size())
                .text(0x00189008, "CS", "SPIN");
        DicomObject shared = new DicomObject();
        if (habit == Habit.STANDARD || habit == Habit.SIEMENS) {
            physics(first, shared);
            geometry(first, shared);
        } else if (habit == Habit.LEGACY) {
            geometry(first, shared);
            shared.sequence(0x00209170, classic(first));
        }
        object.sequence(0x52009229, shared);
        List<DicomObject> frames = new ArrayList<>();
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        for (DicomObject image : images) {
            frames.add(frame(image, frames.size() + 1));
            pixels.writeBytes(image.element(Tag.PixelData).orElseThrow().bytes());
        }
        return object.sequence(0x52009230, frames.toArray(DicomObject[]::new))
                .put(DicomElement.of(Tag.PixelData, "OW", pixels.toByteArray()));
    }

    private DicomObject frame(DicomObject image, int number) {
        DicomObject frame = new DicomObject();
        DicomObject content = new DicomObject().text(0x00209056, "SH", "1").unsignedLongs(0x00209057, number)
                .unsignedLongs(0x00209157, 1, number)
                .unsignedLongs(0x00209128, Math.max(1, image.integer(0x00200100, 1)));
        int acquisition = image.integer(Tag.AcquisitionNumber, 0);
        if (acquisition > 0) {
            content.unsignedShorts(0x00209156, acquisition);
        }
        frame.sequence(0x00209111, content);
        frame.sequence(0x00209113, copy(image, Tag.ImagePositionPatient));
        if (habit == Habit.PHILIPS) {
            physics(image, frame);
            geometry(image, frame);
            frame.text(0x20050010, "LO", "Philips MR Imaging DD 001");
            frame.sequence(0x2005140F, classic(image));
        }
        List<String> type = image.texts(Tag.ImageType);
        String component = switch (type.get(2)) {
            case "P" -> "PHASE";
            case "R" -> "REAL";
            default -> "MAGNITUDE";
        };
        frame.sequence(0x00189226, new DicomObject().text(0x00089007, "CS", type.get(0), type.get(1), "T2", "NONE")
                .text(0x00089208, "CS", component));
        if (habit == Habit.SIEMENS) {
            frame.text(0x00210010, "LO", "SIEMENS MR SDI 02").sequence(0x002111FE, new DicomObject()
                    .text(0x00210010, "LO", "SIEMENS MR SDI 02").decimals(Tag.ImagePositionPatient, 1, 2, 3));
        }
        if (habit == Habit.LEGACY) {
            frame.sequence(0x00209171, copy(image, Tag.InstanceNumber)).sequence(0x00209172, new DicomObject()
                    .text(0x00081150, "UI", SopClass.MR_IMAGE_STORAGE).text(0x00081155, "UI", image.text(Tag.SOPInstanceUID)));
        }
        return frame;
    }

    private static void physics(DicomObject image, DicomObject group) {
        group.sequence(0x00189112, copy(image, Tag.RepetitionTime));
        group.sequence(0x00189114, doubles(0x00189082, image.number(Tag.EchoTime)));
        DicomObject modifier = new DicomObject().text(0x00189009, "CS", "NO");
        if (image.number(Tag.InversionTime) > 0) {
            modifier = doubles(0x00189079, image.number(Tag.InversionTime)).text(0x00189009, "CS", "YES");
        }
        group.sequence(0x00189115, modifier);
    }

    private static void geometry(DicomObject image, DicomObject group) {
        group.sequence(0x00209116, copy(image, Tag.ImageOrientationPatient));
        DicomObject measures = copy(image, Tag.PixelSpacing);
        image.element(Tag.SliceThickness).ifPresent(measures::put);
        group.sequence(0x00289110, measures);
    }

    private static DicomObject classic(DicomObject image) {
        DicomObject item = new DicomObject();
        for (int tag : new int[] {Tag.ScanningSequence, Tag.RepetitionTime, Tag.EchoTime, Tag.InversionTime, Tag.ScanOptions}) {
            image.element(tag).ifPresent(item::put);
        }
        return item;
    }

    private static DicomObject copy(DicomObject image, int tag) {
        return new DicomObject().put(image.element(tag).orElseThrow());
    }

    private static DicomObject doubles(int tag, double value) {
        return new DicomObject().put(DicomElement.of(tag, "FD",
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array()));
    }
}

package spine.io.dicom.internal.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.image.ImageReference;
import spine.api.image.Study;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;

/** Multi-frame objects in the states in which archives hold them. */
class StrangeMultiFrameTest {
    private static final int PER_FRAME_GROUPS = 0x52009230;
    private static final int CONCATENATION_UID = 0x00209161;
    private static final int IN_CONCATENATION_NUMBER = 0x00209162;
    private static final int IN_CONCATENATION_TOTAL_NUMBER = 0x00209163;
    private static final int COMPLEX_IMAGE_COMPONENT = 0x00089208;
    private static final int MR_IMAGE_FRAME_TYPE = 0x00189226;
    private static final int FRAME_CONTENT = 0x00209111;
    private static final int FRAME_ACQUISITION_DATE_TIME = 0x00189074;
    private static final int ACQUISITION_DATE = 0x00080022;
    private static final int ACQUISITION_TIME = 0x00080032;

    @TempDir
    private Path folder;
    @TempDir
    private Path classic;
    @TempDir
    private Path others;

    /** Nothing but the object tells the run over the slices; frames of both must not be mixed. */
    @Test
    void twoObjectsOfOneSeriesAtTheSamePlaces() throws Exception {
        Study expected = ReadStudy.in(SyntheticSeries.stir(1).slices(7).write(classic));
        write("first", enhanced(classic));
        SyntheticSeries.stir(2).slices(7).write(others);
        write("second", enhanced(others).text(Tag.SOPInstanceUID, "UI", EnhancedObject.UID + ".2")
                .text(Tag.SeriesInstanceUID, "UI", SyntheticSeries.STUDY + ".1").integers(Tag.SeriesNumber, 1));
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertEquals(Set.of(EnhancedObject.UID), objects(study));
        assertTrue(ReadStudy.notes(study).contains("7 of 14 images are used"), ReadStudy.notes(study));
    }

    /** Frames of two runs in turn, told apart by their time alone. */
    @Test
    void framesOfTwoRunsInTurn() throws Exception {
        Study expected = ReadStudy.in(SyntheticSeries.stir(1).slices(5).write(classic));
        SyntheticSeries.stir(2).slices(5).write(others);
        for (int slice = 0; slice < 5; slice++) {
            Files.copy(classic.resolve("1-" + slice), folder.resolve(slice + "-2"));
            Files.copy(others.resolve("2-" + slice), folder.resolve(slice + "-1"));
        }
        DicomObject object = enhanced(folder);
        for (int frame = 0; frame < 10; frame++) {
            frame(object, frame).items(FRAME_CONTENT).get(0)
                    .text(FRAME_ACQUISITION_DATE_TIME, "DT", frame % 2 == 1 ? "20240229101500" : "20240229102000");
        }
        Path target = Files.createDirectory(folder.resolve("target"));
        write("target/object", object.text(Tag.SeriesInstanceUID, "UI", SyntheticSeries.STUDY + ".1").integers(Tag.SeriesNumber, 1));
        ReadStudy.assertSameImages(expected, ReadStudy.in(target));
    }

    /** Both runs of a classic series count their images from 1, and the UIDs do not tell them apart either. */
    @Test
    void singleImagesOfTwoRunsThatAreNumberedAlike() throws Exception {
        Study expected = ReadStudy.in(SyntheticSeries.stir(1).slices(7).each((slice, image) -> timed(image, slice, "101500"))
                .write(classic));
        SyntheticSeries.stir(2).slices(7).each((slice, image) -> timed(image, slice, "102000")
                .text(Tag.SeriesInstanceUID, "UI", SyntheticSeries.STUDY + ".1").integers(Tag.SeriesNumber, 1)
                .text(Tag.SOPInstanceUID, "UI", SyntheticSeries.STUDY + ".1." + (slice + 1) + ".2")).write(classic);
        Study study = ReadStudy.in(classic);
        ReadStudy.assertSameImages(expected, study);
        assertTrue(ReadStudy.notes(study).contains("7 of 14 images are used"), ReadStudy.notes(study));
    }

    private static DicomObject timed(DicomObject image, int slice, String time) {
        return image.integers(Tag.InstanceNumber, slice + 1).text(ACQUISITION_DATE, "DA", "20240229").text(ACQUISITION_TIME, "TM", time);
    }

    @Test
    void concatenation() throws Exception {
        SyntheticSeries.stir(1).slices(4).write(classic);
        SyntheticSeries.stir(2).slices(3).from(6).each((slice, image) -> ofFirstSeries(image, slice)).write(others);
        for (Path part : List.of(classic, others)) {
            try (Stream<Path> files = Files.list(part)) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()));
                }
            }
        }
        Study expected = ReadStudy.in(folder);
        assertEquals(7, expected.stacks().get(0).slices().size());
        Path parts = Files.createDirectory(folder.resolve("parts"));
        write("parts/second", part(enhanced(others), 2, 2));
        write("parts/first", part(enhanced(classic), 1, 2));
        Study whole = ReadStudy.in(parts);
        ReadStudy.assertSameImages(expected, whole);
        assertTrue(whole.warnings().isEmpty(), ReadStudy.notes(whole));

        Files.delete(parts.resolve("second"));
        assertEquals(List.of("1 of the 2 objects with parts of series 1 are missing, so that slices of it may be missing, too."),
                ReadStudy.in(parts).warnings());
        Files.delete(parts.resolve("first"));
        write("parts/third", part(enhanced(classic), 3, 0));
        assertEquals(List.of("2 of the 3 objects with parts of series 1 are missing, so that slices of it may be missing, too."),
                ReadStudy.in(parts).warnings());
    }

    private static void ofFirstSeries(DicomObject image, int slice) {
        image.text(Tag.SeriesInstanceUID, "UI", SyntheticSeries.STUDY + ".1").integers(Tag.SeriesNumber, 1)
                .text(Tag.SOPInstanceUID, "UI", SyntheticSeries.STUDY + ".1." + (slice + 100));
    }

    private static DicomObject part(DicomObject object, int number, int parts) {
        object.text(Tag.SOPInstanceUID, "UI", EnhancedObject.UID + "." + number).text(CONCATENATION_UID, "UI", EnhancedObject.UID)
                .unsignedShorts(IN_CONCATENATION_NUMBER, number);
        return parts == 0 ? object : object.unsignedShorts(IN_CONCATENATION_TOTAL_NUMBER, parts);
    }

    /** One station as single images, the other as an enhanced object: in a series of its own, and in the same one. */
    @Test
    void stationsInBothForms() throws Exception {
        for (String series : List.of(".1", ".2")) {
            Path single = Files.createDirectory(folder.resolve("single" + series));
            SyntheticSeries.stir(1).slices(7).write(single);
            Path lower = Files.createDirectory(folder.resolve("lower" + series));
            SyntheticSeries.stir(2).slices(5).top(-150)
                    .each((slice, image) -> image.text(Tag.SeriesInstanceUID, "UI", SyntheticSeries.STUDY + series)).write(lower);
            Path mixed = Files.createDirectory(folder.resolve("mixed" + series));
            write("mixed" + series + "/object", enhanced(lower));
            SyntheticSeries.stir(1).slices(7).write(mixed);
            SyntheticSeries.stir(2).slices(5).top(-150)
                    .each((slice, image) -> image.text(Tag.SeriesInstanceUID, "UI", SyntheticSeries.STUDY + series)).write(single);
            ReadStudy.assertSameImages(ReadStudy.in(single), ReadStudy.in(mixed));
        }
    }

    @Test
    void invertedScale() throws Exception {
        Study expected = ReadStudy.in(SyntheticSeries.stir(1).slices(7)
                .each((slice, image) -> image.text(Tag.PhotometricInterpretation, "CS", "MONOCHROME1")).write(classic));
        write("object", enhanced(classic));
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertTrue(study.stacks().get(0).slices().get(0).pixels()[0] > 60000, "turned round");
    }

    @Test
    void rescaleOfEachFrame() throws Exception {
        Study expected = ReadStudy.in(SyntheticSeries.stir(1).slices(7)
                .each((slice, image) -> image.decimals(Tag.RescaleSlope, 1 + slice).decimals(Tag.RescaleIntercept, -slice)).write(classic));
        DicomObject object = enhanced(classic);
        List<DicomObject> images = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            images.add(new NativeDicomCodec().read(classic.resolve("1-" + i), false));
            frame(object, i).sequence(0x00289145, new DicomObject().decimals(Tag.RescaleSlope, images.get(i).number(Tag.RescaleSlope))
                    .decimals(Tag.RescaleIntercept, images.get(i).number(Tag.RescaleIntercept)));
        }
        write("object", object);
        ReadStudy.assertSameImages(expected, ReadStudy.in(folder));
    }

    @Test
    void fewerPixelsThanFrames() throws Exception {
        SyntheticSeries.stir(1).slices(7).write(classic);
        DicomObject object = enhanced(classic);
        byte[] pixels = object.element(Tag.PixelData).orElseThrow().bytes();
        Path file = write("object", object.put(DicomElement.of(Tag.PixelData, "OW", Arrays.copyOf(pixels, 6 * 64 + 10))));
        assertEquals(file + " has too few pixels: 394 bytes, and 448 are needed", ReadStudy.refusal(folder));
    }

    @Test
    void emptyFunctionalGroups() throws Exception {
        SyntheticSeries.stir(1).slices(7).write(classic);
        write("object", enhanced(classic).sequence(PER_FRAME_GROUPS));
        assertTrue(ReadStudy.refusal(folder).endsWith("no functional groups that say where each lies)"), ReadStudy.refusal(folder));
    }

    /** A frame whose group lost its place is left out, with a warning. */
    @Test
    void frameWithoutPlace() throws Exception {
        SyntheticSeries.stir(1).slices(7).write(classic);
        DicomObject object = enhanced(classic);
        frame(object, 3).remove(0x00209113);
        write("object", object);
        Study study = ReadStudy.in(folder);
        assertEquals(6, study.stacks().get(0).slices().size());
        assertTrue(study.warnings().stream().anyMatch(warning -> warning.startsWith("Not chosen: 1 of the 7 images of series 1")
                && warning.endsWith("its images do not say where they lie.")), ReadStudy.notes(study));
    }

    /** The object says that its frames show several components, and the frames have lost which. */
    @Test
    void mixedComponentsThatNobodyTellsApart() throws Exception {
        SyntheticSeries.stir(1).slices(7).write(classic);
        DicomObject object = enhanced(classic).text(COMPLEX_IMAGE_COMPONENT, "CS", "MIXED");
        write("object", object);
        assertEquals(7, ReadStudy.in(folder).stacks().get(0).slices().size());
        for (int frame = 0; frame < 7; frame++) {
            frame(object, frame).remove(MR_IMAGE_FRAME_TYPE);
        }
        write("object", object);
        assertTrue(ReadStudy.refusal(folder).endsWith("(it mixes magnitude with other components of the signal and does not say which"
                + " frame shows which)"), ReadStudy.refusal(folder));
    }

    /** Enhanced objects of one frame each. */
    @Test
    void objectOfEachSlice() throws Exception {
        Study expected = ReadStudy.in(SyntheticSeries.stir(1).slices(7).write(classic));
        for (int i = 0; i < 7; i++) {
            Path single = Files.createDirectory(others.resolve("slice" + i));
            Files.copy(classic.resolve("1-" + i), single.resolve("image"));
            write("object" + i, enhanced(single).text(Tag.SOPInstanceUID, "UI", EnhancedObject.UID + "." + i));
        }
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertEquals(7, objects(study).size());
        assertTrue(study.warnings().isEmpty(), ReadStudy.notes(study));
    }

    @Test
    void noNumberOfFrames() throws Exception {
        SyntheticSeries.stir(1).slices(7).write(classic);
        DicomObject object = enhanced(classic);
        object.remove(Tag.NumberOfFrames);
        Path file = write("object", object);
        assertEquals(file + " announces 1 frames and describes 7", ReadStudy.refusal(file));
    }

    /** A classic class with frames, as some converters write. */
    @Test
    void framesInAClassicObject() throws Exception {
        SyntheticSeries.stir(1).slices(7).write(classic);
        write("object", enhanced(classic).text(Tag.SOPClassUID, "UI", SopClass.MR_IMAGE_STORAGE));
        assertTrue(ReadStudy.refusal(folder).contains("several frames in one file"), ReadStudy.refusal(folder));
    }

    private static DicomObject enhanced(Path images) throws IOException {
        return new EnhancedObject(EnhancedObject.Habit.STANDARD).add(images).build();
    }

    private static DicomObject frame(DicomObject object, int index) {
        return object.items(PER_FRAME_GROUPS).get(index);
    }

    private static Set<String> objects(Study study) {
        return ReadStudy.identities(study).stream().map(identity -> ImageReference.of(identity).sopInstanceUid())
                .collect(Collectors.toSet());
    }

    private Path write(String name, DicomObject object) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            new NativeDicomCodec().write(object, out);
        }
        return file;
    }
}

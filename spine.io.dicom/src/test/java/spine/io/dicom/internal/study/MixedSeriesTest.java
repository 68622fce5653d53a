package spine.io.dicom.internal.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import spine.api.image.Study;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** A series of more than one kind of image: the others do not change what is read of the sagittal STIR images. */
class MixedSeriesTest {
    @TempDir
    private Path folder;
    @TempDir
    private Path plain;
    private Study expected;

    @BeforeEach
    void readWithoutOthers() throws Exception {
        expected = ReadStudy.in(SyntheticSeries.stir(1).slices(7).write(plain));
    }

    /** Magnitude and another component of one acquisition, told apart by ImageType alone; the other one was numbered first or last. */
    @ParameterizedTest
    @CsvSource({"P, -10", "P, 50", "R, -10", "I, 50", "P_SE, -10", "PHASE MAP, -10"})
    void magnitudeIsTaken(String component, int firstNumber) throws Exception {
        SyntheticSeries.stir(1).slices(7).write(folder);
        odd(7, (slice, image) -> {
            image.text(Tag.ImageType, "CS", "ORIGINAL", "PRIMARY", component);
            image.integers(Tag.InstanceNumber, firstNumber + slice);
        });
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertTrue(ReadStudy.notes(study).contains("Not chosen: 7 of the 14 images of series 1: it shows the "), ReadStudy.notes(study));
    }

    /** The same ImageType for all, a private attribute tells. */
    @ParameterizedTest
    @CsvSource({"1, -10, phase", "2, 50, real part", "3, -10, imaginary part"})
    void componentOfGeneralElectric(byte type, int firstNumber, String component) throws Exception {
        SyntheticSeries.stir(1).slices(7).each((slice, image) -> rawDataType(image, (byte) 0)).write(folder);
        odd(7, (slice, image) -> rawDataType(image, type).integers(Tag.InstanceNumber, firstNumber + slice));
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertTrue(ReadStudy.notes(study).contains("Not chosen: 7 of the 14 images of series 1: it shows the " + component),
                ReadStudy.notes(study));
    }

    private static DicomObject rawDataType(DicomObject image, byte type) {
        return image.text(Tag.ImageType, "CS", "ORIGINAL", "PRIMARY", "OTHER").text(0x00430011, "LO", "GEMS_PARM_01")
                .put(DicomElement.of(0x0043112F, "SS", new byte[] {type, 0}));
    }

    @Test
    void phaseAloneIsRefused() throws Exception {
        SyntheticSeries.stir(1).imageType("ORIGINAL", "PRIMARY", "P").write(folder);
        String reason = ReadStudy.refusal(folder);
        assertTrue(reason.startsWith("No sagittal STIR series found in " + folder), reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, 50})
    void localizerImageIsLeftOut(int number) throws Exception {
        assertLeftOut(number, "it is a localizer", image -> image.text(Tag.ImageType, "CS", "ORIGINAL", "PRIMARY", "LOCALIZER"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, 50})
    void secondaryCaptureIsLeftOut(int number) throws Exception {
        assertLeftOut(number, "it does not hold MR images but objects of class 1.2.840.10008.5.1.4.1.1.7",
                image -> image.text(Tag.SOPClassUID, "UI", "1.2.840.10008.5.1.4.1.1.7"));
        assertLeftOut(number, "it is not MR", image -> image.text(Tag.SOPClassUID, "UI", "1.2.840.10008.5.1.4.1.1.7")
                .text(Tag.Modality, "CS", "OT"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, 50})
    void smallImageIsLeftOut(int number) throws Exception {
        assertLeftOut(number, "a station has fewer than 3 images", image -> image.unsignedShorts(Tag.Rows, 4)
                .unsignedShorts(Tag.Columns, 4).put(DicomElement.of(Tag.PixelData, "OW", new byte[32])));
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, 50})
    void coronalImageIsLeftOut(int number) throws Exception {
        assertLeftOut(number, "it is not sagittal", image -> image.decimals(Tag.ImageOrientationPatient, 1, 0, 0, 0, 0, -1));
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, 50})
    void imageOfAnotherContrastIsLeftOut(int number) throws Exception {
        SyntheticSeries.stir(1).slices(7).write(folder);
        odd(4, (slice, image) -> image.text(Tag.ScanningSequence, "CS", "SE").text(Tag.InversionTime, "DS")
                .decimals(Tag.EchoTime, 100).integers(Tag.InstanceNumber, number + slice));
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertTrue(ReadStudy.notes(study).contains("Not chosen: 4 of the 11 images of series 1: it is T2."), ReadStudy.notes(study));
    }

    @Test
    void threePlanesInEqualNumbersAreALocalizer() throws Exception {
        SyntheticSeries.stir(1).slices(9).each((slice, image) -> {
            if (slice % 3 == 1) {
                image.decimals(Tag.ImageOrientationPatient, 1, 0, 0, 0, 0, -1);
            } else if (slice % 3 == 2) {
                image.decimals(Tag.ImageOrientationPatient, 1, 0, 0, 0, 1, 0);
            }
        }).write(folder);
        String reason = ReadStudy.refusal(folder);
        assertTrue(reason.contains("(localizer)"), reason);
        SyntheticSeries.stir(2).write(folder);
        Study study = ReadStudy.in(folder);
        assertEquals(1, study.notes().stream().filter(note -> note.text().equals("Not chosen: series 1: it is a localizer.")).count(),
                ReadStudy.notes(study));
    }

    /** Images of two table positions in different matrices are two stations all the same. */
    @Test
    void stationsOfTwoSizesInOneSeriesAreBothRead() throws Exception {
        SyntheticSeries.stir(1).write(folder);
        SyntheticSeries.stir(2).top(-200).rows(10).each((slice, image) -> image
                .text(Tag.SeriesInstanceUID, "UI", SyntheticSeries.STUDY + ".1").integers(Tag.SeriesNumber, 1)).write(folder);
        assertEquals(2, ReadStudy.in(folder).stacks().size());
    }

    /** Composed images within the series of their stations: one of both, and the note says which. */
    @Test
    void composedImagesInTheSeriesOfTheirStationsAreLeftOut() throws Exception {
        String uid = SyntheticSeries.STUDY + ".1";
        SyntheticSeries.stir(1).top(200).write(folder);
        SyntheticSeries.stir(2).top(-150).each((slice, image) -> image.text(Tag.SeriesInstanceUID, "UI", uid)).write(folder);
        Study stations = ReadStudy.in(folder);
        SyntheticSeries.stir(3).top(200).rows(15).each((slice, image) -> image.text(Tag.SeriesInstanceUID, "UI", uid)).write(folder);
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(stations, study);
        assertTrue(ReadStudy.notes(study).contains("it is composed of stations, which are there as acquired"), ReadStudy.notes(study));
    }

    @Test
    void composedImagesMarkedAsDerivedAreTakenWhereStationsAreIncomplete() throws Exception {
        SyntheticSeries.stir(1).top(200).write(folder);
        SyntheticSeries.stir(3).top(200).rows(15).imageType("DERIVED", "PRIMARY", "M", "COMPOSED").write(folder);
        Study study = ReadStudy.in(folder);
        assertEquals(15, study.stacks().get(0).rows());
        assertEquals(1, study.stacks().size());
        assertTrue(ReadStudy.notes(study).contains("Left out series 1: series 3 shows the same and more."), ReadStudy.notes(study));
    }

    private void assertLeftOut(int number, String reason, Consumer<DicomObject> change) throws Exception {
        SyntheticSeries.stir(1).slices(7).write(folder);
        odd(1, (slice, image) -> change.accept(image.integers(Tag.InstanceNumber, number)));
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        String notes = ReadStudy.notes(study);
        assertTrue(notes.contains("Not chosen: 1 of the 8 images of series 1 (" + folder.resolve("odd").resolve("2-0") + "): " + reason),
                notes);
        assertFalse(notes.contains("missing"), notes);
    }

    /** More images in the series, in files of their own. */
    private void odd(int count, BiConsumer<Integer, DicomObject> change) throws Exception {
        SyntheticSeries.stir(2).slices(count).each((slice, image) -> {
            image.text(Tag.SeriesInstanceUID, "UI", SyntheticSeries.STUDY + ".1").integers(Tag.SeriesNumber, 1);
            change.accept(slice, image);
        }).write(Files.createDirectories(folder.resolve("odd")));
    }
}

package spine.io.dicom.internal.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spine.api.image.Study;
import spine.dicom.Tag;

/** A station beside a repetition of it that shows less: the complete one is read, and the report names the other. */
class RepeatedStationTest {
    @TempDir
    private Path folder;
    @TempDir
    private Path plain;
    private Study expected;

    @BeforeEach
    void readAlone() throws Exception {
        SyntheticSeries.stir(5).slices(13).from(-24).write(plain);
        SyntheticSeries.stir(6).slices(13).from(-24).top(-150).write(plain);
        expected = ReadStudy.in(plain);
        SyntheticSeries.stir(5).slices(13).from(-24).write(folder);
        SyntheticSeries.stir(6).slices(13).from(-24).top(-150).write(folder);
    }

    /** Fewer slices: aborted before, or repeated in part after. */
    @ParameterizedTest
    @ValueSource(ints = {2, 9})
    void fewerSlicesAreLeftOut(int number) throws Exception {
        SyntheticSeries.stir(number).slices(5).from(-24).write(folder);
        assertLeftOut(number);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 9})
    void shorterFieldOfViewIsLeftOut(int number) throws Exception {
        SyntheticSeries.stir(number).slices(13).from(-24).rows(6).top(150).write(folder);
        assertLeftOut(number);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 9})
    void stationOffTheSpineIsLeftOut(int number) throws Exception {
        SyntheticSeries.stir(number).slices(13).from(0).write(folder);
        assertLeftOut(number);
    }

    /** Whatever tells the two acquisitions of a place apart: which one is scored is said in a warning, and which one is not. */
    @ParameterizedTest
    @ValueSource(strings = {"another series", "time", "acquisition", "nothing", "frame of reference"})
    void everyChoiceIsAWarning(String difference) throws Exception {
        Path second = Files.createDirectories(folder.resolve("second"));
        SyntheticSeries.stir(9).slices(13).from(-24).each((slice, image) -> {
            if (!difference.equals("another series")) {
                image.text(Tag.SeriesInstanceUID, "UI", SyntheticSeries.STUDY + ".5").integers(Tag.SeriesNumber, 5);
            }
            switch (difference) {
                case "time" -> image.text(Tag.SeriesTime, "TM", "235959");
                case "acquisition" -> image.integers(Tag.AcquisitionNumber, 7);
                case "frame of reference" -> image.text(Tag.FrameOfReferenceUID, "UI", "1.7");
                default -> { }
            }
        }).write(second);
        Study study = ReadStudy.in(folder);
        assertEquals(26, study.stacks().stream().mapToInt(stack -> stack.slices().size()).sum());
        assertEquals(1, study.warnings().size(), ReadStudy.notes(study));
        String warning = study.warnings().get(0);
        assertTrue(warning.contains("scored") && warning.matches(".*(Left out|13 of 26 images are used).*"), warning);
    }

    @Test
    void equallyCompleteRepetitionIsTaken() throws Exception {
        SyntheticSeries.stir(9).slices(13).from(-22).write(folder);
        Study study = ReadStudy.in(folder);
        assertEquals(List.of(SyntheticSeries.STUDY + ".9", SyntheticSeries.STUDY + ".6"),
                study.stacks().stream().map(stack -> stack.seriesInstanceUid()).toList());
        assertEquals(List.of("Left out series 5: series 9, the later one, shows the same place and is scored."), study.warnings());
    }

    /** The time decides where series carry the same number. */
    @Test
    void laterIsWhatWasTakenLater() throws Exception {
        SyntheticSeries.stir(9).slices(13).from(-24).each((slice, image) -> image.integers(Tag.SeriesNumber, 9)
                .text(Tag.SeriesTime, "TM", "09:00:00")).write(folder);
        SyntheticSeries.stir(5).slices(13).from(-24).each((slice, image) -> image.integers(Tag.SeriesNumber, 9)
                .text(Tag.SeriesTime, "TM", "093000")).write(folder);
        ReadStudy.assertSameImages(expected, ReadStudy.in(folder));
    }

    /** Aborted and repeated without a new series: the slices of the two runs are not mixed. */
    @ParameterizedTest
    @ValueSource(strings = {"numbered", "unnumbered"})
    void abortedRunInTheSameSeriesIsLeftOut(String kind) throws Exception {
        Path odd = Files.createDirectories(folder.resolve("odd"));
        SyntheticSeries.stir(4).slices(5).from(-24).each((slice, image) -> {
            image.text(Tag.SeriesInstanceUID, "UI", SyntheticSeries.STUDY + ".5").integers(Tag.SeriesNumber, 5)
                    .integers(Tag.InstanceNumber, slice - 20);
            if (kind.equals("numbered")) {
                image.integers(Tag.AcquisitionNumber, -1);
            }
        }).write(odd);
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertEquals(List.of("Of images of series 5 at the same place that of the most complete acquisition is scored: 13 of 18 images are"
                + " used."), study.warnings());
    }

    /** One run whose slices are shared among several acquisitions is whole. */
    @Test
    void slicesSharedAmongAcquisitionsAreJoined() throws Exception {
        SyntheticSeries.stir(5).slices(13).from(-24).each((slice, image) -> image.integers(Tag.AcquisitionNumber, slice % 3)).write(folder);
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertTrue(study.warnings().isEmpty(), ReadStudy.notes(study));
    }

    @Test
    void alternateSlicesThatAreTurnedAreOneStation() throws Exception {
        SyntheticSeries.stir(5).slices(13).from(-24).each((slice, image) -> {
            if (slice % 2 == 1) {
                image.decimals(Tag.ImageOrientationPatient, 0, 1, 0, 0, 0, 1)
                        .decimals(Tag.ImagePositionPatient, -24 + 4 * slice, -80, -150);
            }
        }).write(folder);
        Study study = ReadStudy.in(folder);
        assertEquals(13, study.stacks().get(0).slices().size());
        assertEquals(List.of(), study.warnings());
    }

    @Test
    void stationsOfTwoDaysMayBeOfTwoExams() throws Exception {
        for (String date : List.of("20240301", "20240331", "19990101", "20249999", "")) {
            SyntheticSeries.stir(6).slices(13).from(-24).top(-150)
                    .each((slice, image) -> image.text(Tag.StudyDate, "DA", date)).write(folder);
            int apart = Map.of("20240331", 31, "19990101", 9190).getOrDefault(date, 0);
            assertEquals(apart == 0 ? List.of() : List.of("The chosen images were taken up to " + apart
                    + " days apart, so that they may be of more than one exam."), ReadStudy.in(folder).warnings(), date);
        }
    }

    private void assertLeftOut(int number) throws Exception {
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertTrue(study.notes().stream().anyMatch(note -> note.text().startsWith("Left out series " + number + ": ")),
                ReadStudy.notes(study));
    }
}

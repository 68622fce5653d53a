package spine.io.dicom.internal.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spine.api.UnusableInputException;
import spine.api.image.Note;
import spine.api.image.SeriesChoice;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicom.internal.SharedData;

class DicomStudyReaderTest {
    private final DicomStudyReader reader = new DicomStudyReader(new NativeDicomCodec(), new DecodedImages(new NativeDicomCodec()));

    @TempDir
    private Path folder;

    @Test
    void takesStirAmongEverythingElse() throws Exception {
        SyntheticSeries.t1(1).write(folder);
        SyntheticSeries.t2(2).write(folder);
        SyntheticSeries.stir(3).contrast("SE/IR", 9000, 120, 2500).described("FLAIR sag").write(folder);
        SyntheticSeries.stir(4).imageType("ORIGINAL", "PRIMARY", "LOCALIZER").write(folder);
        SyntheticSeries.stir(5).axial().write(folder);
        SyntheticSeries.stir(6).slices(2).write(folder);
        SyntheticSeries.t2(7).set(text(Tag.ScanOptions, "CS", "FS")).write(folder);
        SyntheticSeries.stir(8).described("sag").write(Files.createDirectories(folder.resolve("deep/er")));
        Files.writeString(folder.resolve("notes.txt"), "no image");

        Study study = load(SeriesChoice.AUTOMATIC);

        assertEquals(List.of("8"), seriesNumbers(study));
        assertEquals(SyntheticSeries.STUDY, study.studyInstanceUid());
        assertTrue(study.notes().contains(Note.info("Not chosen: series 3 (FLAIR sag): it is FLAIR.")), study.notes().toString());
        assertTrue(study.notes().contains(Note.info("Not chosen: series 5: it is not sagittal.")), study.notes().toString());
        assertTrue(study.notes().contains(Note.info("Not chosen: series 4: it is a localizer.")), study.notes().toString());
        assertTrue(study.notes().contains(Note.info("Not chosen: series 1 (T1 sag): it is T1.")), study.notes().toString());
        assertTrue(study.notes().contains(Note.info("Not chosen: series 7 (T2 sag): it is fat-saturated T2.")), study.notes().toString());
        assertEquals(List.of("Not chosen: series 6: a station has fewer than 3 images."), study.warnings());
        assertFalse(study.notes().toString().contains("SECRET"));
    }

    @Test
    void descriptionStaysOnOneLine() throws Exception {
        SyntheticSeries.stir(1).described("STIR\r\nsag").write(folder);
        assertEquals(List.of(Note.info("Chosen: series 1 (STIR sag), 5 sagittal images.")), load(SeriesChoice.AUTOMATIC).notes());
    }

    @Test
    void factsWinOverWords() throws Exception {
        SyntheticSeries.t1(1).described("STIR sag").write(folder);
        SyntheticSeries.stir(2).described("T2 TSE sag").write(folder);
        assertEquals(List.of("2"), seriesNumbers(load(SeriesChoice.AUTOMATIC)));
    }

    @Test
    void wordsDecideWhereFactsAreMissing() throws Exception {
        SyntheticSeries.stir(1).contrast("RM", 4000, 60, Double.NaN).described("t2_tirm_sag").write(folder);
        SyntheticSeries.stir(2).contrast("RM", 4000, 60, Double.NaN).described("t2 fs sag").write(folder);
        assertEquals(List.of("1"), seriesNumbers(load(SeriesChoice.AUTOMATIC)));
    }

    @Test
    void ordersSlicesByGeometryAndKeepsFacts() throws Exception {
        SyntheticSeries.stir(1).slices(7).write(folder);
        SliceStack stack = load(SeriesChoice.AUTOMATIC).stacks().get(0);
        double[] places = stack.slices().stream().mapToDouble(s -> stack.plane().distanceOf(s.plane().origin())).toArray();
        assertArrayEquals(new double[] {0, 4, 8, 12, 16, 20, 24}, places, 1e-9);
        assertEquals(4, stack.sliceSpacing(), 1e-9);
        assertEquals(160, stack.acquisition().inversionTimeMs());
        assertEquals(1.5, stack.acquisition().fieldStrengthTesla());
        assertEquals(8, stack.rows());
        assertTrue(Path.of(stack.slices().get(0).source().orElseThrow()).startsWith(folder));
    }

    @Test
    void stationsComeFromHeadToFoot() throws Exception {
        SyntheticSeries.stir(1).top(-100).write(folder);
        SyntheticSeries.stir(2).top(250).write(folder);
        assertEquals(List.of("2", "1"), seriesNumbers(load(SeriesChoice.AUTOMATIC)));
    }

    @Test
    void oneSeriesWithTwoStationsIsSplit() throws Exception {
        SyntheticSeries.stir(1).slices(10)
                .each((slice, image) -> image.decimals(Tag.ImagePositionPatient, 4 * (slice % 5), -80, slice < 5 ? -50 : 250))
                .write(folder);
        Study study = load(SeriesChoice.AUTOMATIC);
        assertEquals(List.of("1", "1"), seriesNumbers(study));
        assertEquals(250, study.stacks().get(0).plane().origin().z());
        assertEquals(5, study.stacks().get(1).slices().size());
    }

    @Test
    void missingSliceIsWarnedOf() throws Exception {
        SyntheticSeries.stir(1).slices(6)
                .each((slice, image) -> image.decimals(Tag.ImagePositionPatient, slice < 3 ? 4 * slice : 4 * slice + 4, 0, 0))
                .write(folder);
        assertEquals(List.of("1 of the slices of series 1 are missing; the slices lie 4.0 mm apart and there is a gap"
                + " of 8.0 mm."), load(SeriesChoice.AUTOMATIC).warnings());
    }

    @ParameterizedTest
    @CsvSource({"2, 4", "2, 4.4", "3, 3.6"})
    void slicesThatAreMissingAtEvenDistancesAreWarnedOf(int each, double distance) throws Exception {
        SyntheticSeries.stir(1).slices(6).each((slice, image) -> image.decimals(Tag.ImagePositionPatient, each * distance * slice, 0, 0))
                .write(folder);
        assertEquals(List.of(String.format(Locale.ROOT, "The slices of series 1 lie %.1f mm apart and are only 4.0 mm thick: others between"
                + " them may be missing.", each * distance)), load(SeriesChoice.AUTOMATIC).warnings());
    }

    @Test
    void gapsOnPurposeAreNotWarnedOf() throws Exception {
        SyntheticSeries.stir(1).slices(6).each((slice, image) -> image.decimals(Tag.ImagePositionPatient, 6.8 * slice, 0, 0)).write(folder);
        assertEquals(List.of(), load(SeriesChoice.AUTOMATIC).warnings());
    }

    @Test
    void unevenSpacingIsWarnedOf() throws Exception {
        SyntheticSeries.stir(1).slices(6)
                .each((slice, image) -> image.decimals(Tag.ImagePositionPatient, slice == 3 ? 13 : 4 * slice, 0, 0)).write(folder);
        assertEquals(List.of("The slices of series 1 are unevenly spaced, 3.0 to 5.0 mm apart."),
                load(SeriesChoice.AUTOMATIC).warnings());
    }

    @Test
    void ofImagesAtTheSamePlaceTheFirstStays() throws Exception {
        SyntheticSeries.stir(1).slices(10).each((slice, image) -> image.integers(Tag.AcquisitionNumber, slice < 5 ? 2 : 1)
                .decimals(Tag.ImagePositionPatient, 4 * (slice % 5), -80, 0)).write(folder);
        Study study = load(SeriesChoice.AUTOMATIC);
        List<String> kept = study.stacks().get(0).slices().stream().map(s -> s.sopInstanceUid().replaceAll(".*\\.", "")).toList();
        // The normal of the images points to the right of the patient.
        assertEquals(List.of("10", "9", "8", "7", "6"), kept);
        assertTrue(study.notes().get(0).text().contains("5 of 10 images are used"), study.notes().toString());
    }

    @Test
    void repeatedStationGivesWayToTheLater() throws Exception {
        SyntheticSeries.stir(4).write(folder);
        SyntheticSeries.stir(9).top(205).write(folder);
        SyntheticSeries.stir(5).top(-100).write(folder);
        assertEquals(List.of("9", "5"), seriesNumbers(load(SeriesChoice.AUTOMATIC)));
    }

    @Test
    void stationsAreTakenBeforeTheComposedSeries() throws Exception {
        SyntheticSeries.stir(1).top(200).write(folder);
        SyntheticSeries.stir(2).top(-150).write(folder);
        SyntheticSeries.stir(3).top(200).rows(15).write(folder);
        Study study = load(SeriesChoice.AUTOMATIC);
        assertEquals(List.of("1", "2"), seriesNumbers(study));
        assertTrue(study.notes().contains(Note.info("Left out series 3: it is composed of stations, which are there as acquired.")),
                study.notes().toString());
    }

    @Test
    void composedSeriesIsTakenWhereStationsAreIncomplete() throws Exception {
        SyntheticSeries.stir(1).top(200).write(folder);
        SyntheticSeries.stir(3).top(200).rows(15).write(folder);
        assertEquals(List.of("3"), seriesNumbers(load(SeriesChoice.AUTOMATIC)));
    }

    @Test
    void derivedImagesAreTakenOnlyWithoutOriginals() throws Exception {
        SyntheticSeries.stir(3).imageType("DERIVED", "PRIMARY", "MPR").top(400).write(folder);
        assertEquals(List.of("3"), seriesNumbers(load(SeriesChoice.AUTOMATIC)));
        SyntheticSeries.stir(4).write(folder);
        assertEquals(List.of("4"), seriesNumbers(load(SeriesChoice.AUTOMATIC)));
    }

    @Test
    void personCanName() throws Exception {
        SyntheticSeries.stir(1).write(folder);
        SyntheticSeries.t1(2).write(folder);
        Set<String> second = Set.of(SyntheticSeries.STUDY + ".2");
        UnusableInputException reason = assertThrows(UnusableInputException.class, () -> load(new SeriesChoice(second, false)));
        assertEquals("Series 2 (T1 sag) in " + folder + " is T1, not STIR; --accept-any-contrast takes it nevertheless",
                reason.getMessage());
        Study study = load(new SeriesChoice(second, true));
        assertEquals(List.of("2"), seriesNumbers(study));
        assertEquals(List.of("Series 2 (T1 sag) is T1, not STIR; scores from it mean little."), study.warnings());
        reason = assertThrows(UnusableInputException.class, () -> load(new SeriesChoice(Set.of("9.9"), false)));
        assertTrue(reason.getMessage().startsWith("Series 9.9 is not in " + folder), reason.getMessage());
    }

    @Test
    void anyContrastTakesWhatIsNearestToStir() throws Exception {
        SyntheticSeries.t1(1).write(folder);
        SyntheticSeries.t2(2).write(folder);
        assertEquals(List.of("2"), seriesNumbers(load(new SeriesChoice(Set.of(), true))));
    }

    @Test
    void saysWhatItSaw() throws Exception {
        SyntheticSeries.t1(1).axial().slices(3).write(folder);
        SyntheticSeries.stir(2).set(text(Tag.Modality, "CS", "CT")).write(folder);
        SyntheticSeries.t1(3).described("STIR").write(folder);
        SyntheticSeries.stir(4).set(text(Tag.NumberOfFrames, "IS", "20")).slices(1).write(folder);
        Files.writeString(folder.resolve("a"), "");
        Files.writeString(folder.resolve("b"), "x");
        UnusableInputException reason = assertThrows(UnusableInputException.class, () -> load(SeriesChoice.AUTOMATIC));
        assertEquals("No sagittal STIR series found in " + folder + ", saw 1 axial T1 MR series of 3 images, 1 CT series,"
                + " 1 sagittal T1 MR series of 5 images (called STIR, but its header does not fit an inversion that nulls fat),"
                + " 1 sagittal STIR MR series of 1 image (it has several frames in one file and no functional"
                + " groups that say where each lies),"
                + " 2 files that are not images; " + folder.resolve("a") + " is empty", reason.getMessage());
    }

    @Test
    void resultFilesBesideTheImagesAreIgnored() throws Exception {
        SyntheticSeries.stir(1).write(folder);
        SyntheticSeries.stir(7).set(text(Tag.Modality, "CS", "SEG")).slices(1)
                .write(Files.createDirectories(folder.resolve("truth")));
        Study study = load(SeriesChoice.AUTOMATIC);
        assertEquals(List.of("1"), seriesNumbers(study));
        assertEquals(List.of(Note.info("Chosen: series 1, 5 sagittal images.")), study.notes());
    }

    @Test
    void studiesAreKeptApart() throws Exception {
        SyntheticSeries.stir(1).write(folder);
        SyntheticSeries.stir(2).each((slice, image) -> image.text(Tag.StudyInstanceUID, "UI", "1.9")).write(folder);
        SyntheticSeries.t1(3).each((slice, image) -> image.text(Tag.StudyInstanceUID, "UI", "1.10")).write(folder);
        List<StudySource> sources = reader.find(List.of(folder), SeriesChoice.AUTOMATIC);
        assertEquals(List.of(SyntheticSeries.STUDY, "1.9", "1.10"), sources.stream().map(StudySource::studyInstanceUid).toList());
        assertEquals(List.of("2"), seriesNumbers(sources.get(1).load()));
        UnusableInputException reason = assertThrows(UnusableInputException.class, () -> sources.get(2).load());
        assertEquals("No sagittal STIR series found in " + folder + ", saw 1 sagittal T1 MR series of 5 images",
                reason.getMessage());
    }

    /** With the warnings: a file that cannot be read belongs to the study that it lies beside. */
    @Test
    void theFilesOfAStudyGiveItAgain() throws Exception {
        Path one = Files.createDirectories(folder.resolve("one"));
        Path other = Files.createDirectories(folder.resolve("other"));
        SyntheticSeries.stir(1).each((slice, image) -> image.text(Tag.StudyInstanceUID, "UI")).write(one);
        SyntheticSeries.stir(2).each((slice, image) -> image.text(Tag.StudyInstanceUID, "UI", "1.9")).write(other);
        Files.write(other.resolve("cut"), Arrays.copyOf(Files.readAllBytes(other.resolve("2-0")), 300));
        List<StudySource> sources = reader.find(List.of(folder), SeriesChoice.AUTOMATIC);
        assertEquals(2, sources.size());
        assertTrue(sources.get(1).files().contains(other.resolve("cut")), sources.get(1).files().toString());
        for (StudySource source : sources) {
            List<StudySource> again = reader.find(source.files(), SeriesChoice.AUTOMATIC);
            assertEquals(List.of(source.studyInstanceUid()), again.stream().map(StudySource::studyInstanceUid).toList());
            assertEquals(source.load().notes(), again.get(0).load().notes());
        }
    }

    @Test
    void refusesWhatIsNotThereOrNotDicom() throws Exception {
        Path text = Files.writeString(folder.resolve("text.dcm"), "x".repeat(500));
        assertEquals(text + " is not a DICOM file", refusal(text));
        assertEquals(folder.resolve("none") + " does not exist.", refusal(folder.resolve("none")));
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertEquals("No sagittal STIR series found in " + empty + ", saw no files", refusal(empty));
    }

    @Test
    void tooFewPixelsNameTheFile() throws Exception {
        SyntheticSeries.stir(1).each((slice, image) -> {
            if (slice == 0) {
                image.put(DicomElement.of(Tag.PixelData, "OW", new byte[10]));
            }
        }).write(folder);
        UnusableInputException reason = assertThrows(UnusableInputException.class, () -> load(SeriesChoice.AUTOMATIC));
        assertTrue(reason.getMessage().matches(".*1-\\d has too few pixels: 10 bytes, and 64 are needed"),
                reason.getMessage());
    }

    @Test
    void noForeignFileHoldsSagittalStir() throws Exception {
        for (Path file : SharedData.files()) {
            String message = refusal(file);
            boolean damaged = message.contains("is cut off") || message.endsWith("is not a DICOM file");
            assertTrue(damaged || message.startsWith("No sagittal STIR series found in " + file + ", saw "), message);
        }
        String all = refusal(SharedData.dicom());
        assertTrue(all.startsWith("No sagittal STIR series found in " + SharedData.dicom() + ", saw "), all);
    }

    private String refusal(Path location) {
        return assertThrows(UnusableInputException.class, () -> reader.find(List.of(location), SeriesChoice.AUTOMATIC))
                .getMessage();
    }

    private Study load(SeriesChoice choice) throws UnusableInputException {
        return reader.find(List.of(folder), choice).get(0).load();
    }

    private static DicomElement text(int tag, String vr, String value) {
        return new DicomObject().text(tag, vr, value).element(tag).orElseThrow();
    }

    private static List<String> seriesNumbers(Study study) {
        return study.stacks().stream().map(stack -> stack.seriesInstanceUid().replaceAll(".*\\.", "")).toList();
    }
}

package spine.io.dicom.internal.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spine.api.image.SeriesChoice;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.dicom.Tag;

/** UIDs and patients that are missing, wrong or mixed up. */
class IdentityTest {
    private static final String LONG_UID = "1.2.33333333333333333333333333333333333333333333333333333333333333333333333333333333";

    @TempDir
    private Path folder;
    @TempDir
    private Path plain;
    private Study expected;

    @BeforeEach
    void readWithUids() throws Exception {
        expected = ReadStudy.in(SyntheticSeries.stir(1).slices(7).write(plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3.4", "no uid", "../../etc/passwd"})
    void imagesThatShareOneInstanceUidAreAllRead(String uid) throws Exception {
        SyntheticSeries.stir(1).slices(7).each((slice, image) -> image.text(Tag.SOPInstanceUID, "UI", uid)).write(folder);
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertIdentitiesAreUids(study);
        assertTrue(study.warnings().get(0).startsWith("The SOPInstanceUID of 7 images of series 1 is missing, invalid or repeated"),
                ReadStudy.notes(study));
    }

    /** Within a station, across stations, and where every slice has a series of its own. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyImagesMayShareUids(int seed) throws Exception {
        SyntheticSeries.stir(2).slices(7).top(-200).write(plain);
        expected = ReadStudy.in(plain);
        Random random = new Random(seed);
        boolean seriesOfItsOwn = random.nextBoolean();
        int shared = 1 + random.nextInt(4);
        for (int series = 1; series <= 2; series++) {
            int number = series;
            SyntheticSeries.stir(series).slices(7).top(series == 1 ? 200 : -200).each((slice, image) -> {
                if (slice == 3 || random.nextInt(3) == 0) {
                    image.text(Tag.SOPInstanceUID, "UI", "1.9." + random.nextInt(shared));
                }
                if (seriesOfItsOwn) {
                    image.text(Tag.SeriesInstanceUID, "UI", "1.8." + number + "." + slice);
                }
            }).write(folder);
        }
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertIdentitiesAreUids(study);
        assertFalse(study.warnings().isEmpty());
    }

    /** One image that two series share, which lie beside each other otherwise: it would count twice. */
    @Test
    void oneImageInTwoStationsIsRefused() throws Exception {
        SyntheticSeries.stir(1).slices(7).write(folder);
        SyntheticSeries.stir(2).slices(7).from(14).each((slice, image) -> {
            if (slice == 0) {
                image.text(Tag.SOPInstanceUID, "UI", SyntheticSeries.STUDY + ".1.7");
                SyntheticSeries.paint(image, 160);
            }
        }).write(folder);
        String reason = ReadStudy.refusal(folder);
        assertTrue(reason.contains("hold the same image with the same SOPInstanceUID in two series that are both to be scored"), reason);
    }

    @Test
    void identitiesFollowFromContentAndNotFromFileNames() throws Exception {
        SyntheticSeries.stir(1).slices(7).each((slice, image) -> image.text(Tag.SOPInstanceUID, "UI", "1.2")).write(folder);
        List<String> before = ReadStudy.identities(ReadStudy.in(folder));
        for (int i = 0; i < 7; i++) {
            Files.move(folder.resolve("1-" + i), folder.resolve("x" + (9 - i)));
        }
        assertEquals(before, ReadStudy.identities(ReadStudy.in(folder)));
    }

    @Test
    void absentInstanceUidsAreDerived() throws Exception {
        SyntheticSeries.stir(1).slices(7).write(folder);
        for (int i = 0; i < 7; i++) {
            renumber(folder.resolve("1-" + i), Tag.SOPInstanceUID, 0x00080019);
        }
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertIdentitiesAreUids(study);
    }

    /** Two images that carry one UID by mistake, beside true copies of others. */
    @Test
    void copiesAreLeftOutAndRepeatedUidsAreNot() throws Exception {
        SyntheticSeries.stir(1).slices(7).each((slice, image) -> {
            if (slice == 4) {
                image.text(Tag.SOPInstanceUID, "UI", SyntheticSeries.STUDY + ".1.3");
            }
        }).write(folder);
        Path copies = Files.createDirectories(folder.resolve("copies"));
        for (int i = 0; i < 7; i++) {
            Files.copy(folder.resolve("1-" + i), copies.resolve("c" + i));
        }
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertIdentitiesAreUids(study);
        assertTrue(ReadStudy.notes(study).contains("7 files hold the same images as others and were left out, for instance "),
                ReadStudy.notes(study));
        assertTrue(study.warnings().get(0).startsWith("The SOPInstanceUID of 2 images"), ReadStudy.notes(study));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void brokenCopyDoesNotDisplaceTheIntactImage(boolean first) throws Exception {
        SyntheticSeries.stir(1).slices(7).write(folder);
        byte[] whole = Files.readAllBytes(folder.resolve("1-2"));
        Path stray = Files.createDirectories(folder.resolve(first ? "0" : "2")).resolve("copy");
        Files.write(stray, Arrays.copyOf(whole, whole.length - 20));
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertEquals(List.of(stray + " is a damaged copy of " + folder.resolve("1-2") + " and was left out."), study.warnings());
        Files.write(stray, Arrays.copyOf(whole, 300));
        study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertTrue(study.warnings().get(0).startsWith(stray + " is cut off"), ReadStudy.notes(study));
    }

    @Test
    void seriesUidForEachSliceIsPutTogether() throws Exception {
        SyntheticSeries.stir(1).slices(7)
                .each((slice, image) -> image.text(Tag.SeriesInstanceUID, "UI", SyntheticSeries.STUDY + ".50." + slice)).write(folder);
        SyntheticSeries.t2(2).slices(7)
                .each((slice, image) -> image.text(Tag.SeriesInstanceUID, "UI", SyntheticSeries.STUDY + ".60." + slice)).write(folder);
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertEquals(List.of("7 images with 7 SeriesInstanceUIDs, of one protocol and place, were put together as series 1.",
                "7 images with 7 SeriesInstanceUIDs, of one protocol and place, were put together as series 2."), study.warnings());
        SeriesChoice named = new SeriesChoice(Set.of(SyntheticSeries.STUDY + ".50.3"), false);
        ReadStudy.assertSameImages(expected, ReadStudy.reader().find(List.of(folder), named).get(0).load());
    }

    /** The same protocol twice, and a second table position: kept apart by time and place. */
    @Test
    void slicesOfRepetitionsAndStationsAreNotMixed() throws Exception {
        SyntheticSeries.stir(1).top(-200).slices(5).write(plain);
        SyntheticSeries.stir(2).slices(7).write(plain);
        Study wanted = ReadStudy.in(plain);
        SyntheticSeries.stir(1).top(-200).slices(5).each((slice, image) -> image.text(0x00080032, "TM", "09000" + slice)
                .text(Tag.SeriesInstanceUID, "UI", "1.1." + slice)).write(folder);
        SyntheticSeries.stir(3).slices(7).each((slice, image) -> image.text(0x00080032, "TM", "10000" + slice)
                .text(Tag.SeriesInstanceUID, "UI", "1.3." + slice).integers(Tag.SeriesNumber, 2)).write(folder);
        SyntheticSeries.stir(2).slices(7).each((slice, image) -> image.text(0x00080032, "TM", "10020" + slice)
                .text(Tag.SeriesInstanceUID, "UI", "1.2." + slice)).write(folder);
        ReadStudy.assertSameImages(wanted, ReadStudy.in(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../../tmp/x", "/etc/passwd", "_", "1.2.", LONG_UID})
    void unusableStudyAndSeriesUidsAreDerived(String uid) throws Exception {
        SyntheticSeries.stir(1).slices(7).each((slice, image) -> image.text(Tag.StudyInstanceUID, "UI", uid)
                .text(Tag.SeriesInstanceUID, "UI", uid)).write(folder);
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertTrue(study.studyInstanceUid().matches("2\\.25\\.\\d{1,39}"), study.studyInstanceUid());
        assertTrue(study.stacks().get(0).seriesInstanceUid().matches("2\\.25\\.\\d{1,39}"));
        assertTrue(ReadStudy.notes(study).contains("the study is called " + study.studyInstanceUid()), ReadStudy.notes(study));
        assertTrue(ReadStudy.notes(study).contains("it is called " + study.stacks().get(0).seriesInstanceUid()), ReadStudy.notes(study));
        assertEquals(study.studyInstanceUid(), ReadStudy.in(folder).studyInstanceUid());
    }

    @Test
    void twoExamsWithoutUidAreTwoStudies() throws Exception {
        SyntheticSeries.stir(1).slices(7).each((slice, image) -> image.text(Tag.StudyInstanceUID, "UI")).write(folder);
        SyntheticSeries.stir(2).slices(5).each((slice, image) -> image.text(Tag.StudyInstanceUID, "UI")
                .text(Tag.StudyDate, "DA", "20240301")).write(folder);
        SyntheticSeries.stir(3).slices(6).each((slice, image) -> image.text(Tag.StudyInstanceUID, "UI").text(Tag.PatientID, "LO", "OTHER"))
                .write(folder);
        List<StudySource> found = ReadStudy.all(folder);
        assertEquals(List.of(7, 5, 6), slices(found));
        assertEquals(3, new HashSet<>(found.stream().map(StudySource::studyInstanceUid).toList()).size());
    }

    /** Without anything that tells of an exam: by the frame of reference, else by the series; else they are not read at all. */
    @Test
    void twoExamsWithoutUidAndDateAreNeverOne() throws Exception {
        nameless(1, "1.1", "1.2.1");
        nameless(2, "2.1", "1.2.2");
        List<StudySource> found = ReadStudy.all(folder);
        assertEquals(List.of(7, 7), slices(found));
        assertTrue(found.get(0).load().warnings().get(0).endsWith("Only their frame of reference says that they are of one exam."));
        nameless(1, "", "1.2.1");
        nameless(2, "", "1.2.2");
        found = ReadStudy.all(folder);
        assertEquals(List.of(7, 7), slices(found));
        assertEquals(2, found.stream().map(StudySource::studyInstanceUid).distinct().count());
        nameless(1, "", "");
        nameless(2, "", "");
        String reason = ReadStudy.refusal(folder);
        assertTrue(reason.contains("no date, frame of reference or series tells whether they are of one exam"), reason);
    }

    /** Two whole exams with one date, as a program that takes out dates leaves them. */
    @Test
    void twoFramesOfOnePlaceWithoutUidAreRefused() throws Exception {
        for (int series = 1; series <= 2; series++) {
            String frame = "1.5." + series;
            SyntheticSeries.stir(series).slices(7).each((slice, image) -> image.text(Tag.StudyInstanceUID, "UI")
                    .text(Tag.FrameOfReferenceUID, "UI", frame)).write(folder);
        }
        String reason = ReadStudy.refusal(folder);
        assertTrue(reason.endsWith("it has no StudyInstanceUID, and series 1 and series 2 show the same place in two frames of reference, so"
                + " that they may be of two exams; nothing was scored."), reason);
    }

    private void nameless(int series, String frame, String seriesUid) throws IOException {
        SyntheticSeries.stir(series).slices(7).each((slice, image) -> {
            for (int tag : new int[] {Tag.StudyInstanceUID, Tag.StudyDate, Tag.StudyTime, Tag.StudyID, Tag.PatientID, Tag.PatientName}) {
                image.text(tag, tag == Tag.StudyInstanceUID ? "UI" : "LO");
            }
            image.text(Tag.FrameOfReferenceUID, "UI", frame).text(Tag.SeriesInstanceUID, "UI", seriesUid);
        }).write(folder);
    }

    @Test
    void twoPatientsUnderOneStudyUidAreNeverMerged() throws Exception {
        SyntheticSeries.stir(1).write(folder);
        SyntheticSeries.stir(2).top(-200).each((slice, image) -> image.text(Tag.PatientID, "LO", "OTHER")).write(folder);
        assertMixture();
    }

    @Test
    void otherNameOrBirthDateIsAnotherPatient() throws Exception {
        SyntheticSeries.stir(1).write(folder);
        SyntheticSeries.stir(2).top(-200).each((slice, image) -> image.text(Tag.PatientName, "PN", "Somebody^Else")).write(folder);
        assertMixture();
        SyntheticSeries.stir(1).each((slice, image) -> image.text(Tag.PatientBirthDate, "DA", "19700101")).write(folder);
        SyntheticSeries.stir(2).top(-200).each((slice, image) -> image.text(Tag.PatientBirthDate, "DA", "19710101")).write(folder);
        assertMixture();
    }

    @Test
    void anotherSpellingOrNoDataIsTheSamePatient() throws Exception {
        SyntheticSeries.stir(1).write(folder);
        SyntheticSeries.stir(2).top(-200).each((slice, image) -> image.text(Tag.PatientName, "PN", "NOBODY^KNOWS^^")
                .text(Tag.PatientBirthDate, "DA", "19700101")).write(folder);
        SyntheticSeries.stir(3).top(-600).each((slice, image) -> image.text(Tag.PatientName, "PN").text(Tag.PatientID, "LO")
                .text(Tag.PatientBirthDate, "DA", "1970.01.01")).write(folder);
        assertEquals(3, ReadStudy.in(folder).stacks().size());
    }

    @Test
    void modalityFollowsFromTheClass() throws Exception {
        SyntheticSeries.stir(1).slices(7).each((slice, image) -> image.text(Tag.Modality, "CS")).write(folder);
        ReadStudy.assertSameImages(expected, ReadStudy.in(folder));
    }

    /** Gives an element another number, so that its own is absent: no writer leaves this one out. */
    private static void renumber(Path file, int from, int to) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length - 4; i++) {
            boolean group = bytes[i] == (byte) (from >> 16) && bytes[i + 1] == 0;
            if (group && bytes[i + 2] == (byte) from && bytes[i + 3] == 0 && bytes[i + 4] == 'U') {
                bytes[i + 2] = (byte) to;
            }
        }
        Files.write(file, bytes);
    }

    private void assertMixture() {
        String reason = ReadStudy.refusal(folder);
        assertTrue(reason.contains("images of 2 patients") && reason.contains(folder.resolve("1-0").toString()), reason);
        String told = reason.replace(folder.toString(), "");   // its name has random digits
        assertFalse(told.contains("OTHER") || told.contains("Nobody") || told.contains("1970"), reason);
    }

    private static List<Integer> slices(List<StudySource> found) throws Exception {
        List<Integer> counts = new ArrayList<>();
        for (StudySource source : found) {
            counts.add(source.load().stacks().get(0).slices().size());
        }
        return counts;
    }

    private static void assertIdentitiesAreUids(Study study) {
        List<String> identities = ReadStudy.identities(study);
        assertEquals(identities.size(), new HashSet<>(identities).size());
        identities.forEach(uid -> assertTrue(uid.matches("[0-9.]{1,64}"), uid));
        assertNotEquals("", identities.get(0));
    }
}

package spine.io.dicom.internal.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.image.Note;
import spine.api.image.SeriesChoice;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** One image that cannot be used among others: its file and the cause are named, and nothing is lost without a word. */
class UnusableImageTest {
    private static final String HTJ2K = "1.2.840.10008.1.2.4.201";

    @TempDir
    private Path folder;
    private Path victim;

    @BeforeEach
    void write() throws Exception {
        SyntheticSeries.stir(1).slices(7).write(folder);
        victim = folder.resolve("1-3");
    }

    @Test
    void emptyFile() throws Exception {
        Files.write(victim, new byte[0]);
        assertWarned(victim + " is empty.");
    }

    @Test
    void cutInTheHeader() throws Exception {
        Files.write(victim, Arrays.copyOf(Files.readAllBytes(victim), 700));
        assertWarned(victim + " is cut off");
    }

    @Test
    void cutInThePixels() throws Exception {
        byte[] whole = Files.readAllBytes(victim);
        Files.write(victim, Arrays.copyOf(whole, whole.length - 9));
        String reason = ReadStudy.refusal(folder);
        assertTrue(reason.startsWith(victim + " is cut off"), reason);
    }

    @Test
    void compressionNobodyReads() throws Exception {
        syntax(victim);
        assertWarned("Not chosen: 1 of the 7 images of series 1 (" + victim + "): it is compressed with HTJ2K, which is not read.");
        for (int i = 0; i < 7; i++) {
            if (i != 3) {
                syntax(folder.resolve("1-" + i));
            }
        }
        String reason = ReadStudy.refusal(folder);
        assertTrue(reason.endsWith("(it is compressed with HTJ2K, which is not read)"), reason);
    }

    @Test
    void noPosition() throws Exception {
        rewrite((slice, image) -> {
            if (slice == 3) {
                image.text(Tag.ImagePositionPatient, "DS");
            }
        });
        Study study = ReadStudy.in(folder);
        assertTrue(study.warnings().get(0).endsWith("its images do not say where they lie."), ReadStudy.notes(study));
        assertTrue(study.warnings().get(0).contains(folder.toString()), ReadStudy.notes(study));
    }

    @Test
    void decimalCommas() throws Exception {
        Study expected = ReadStudy.in(folder);
        rewrite((slice, image) -> image.text(Tag.ImagePositionPatient, "DS", (-10 + 4 * slice) + ",0", "-80,0", "200,0")
                .text(Tag.PixelSpacing, "DS", "50,0", "50,0").text(Tag.EchoTime, "DS", "50,0"));
        Study study = ReadStudy.in(folder);
        ReadStudy.assertSameImages(expected, study);
        assertTrue(study.notes().contains(Note.info("Of 7 images of series 1 the position has decimal commas, which were read as points.")),
                ReadStudy.notes(study));
    }

    /** Of several studies in one place the one beside whose images the damaged file lies says so. */
    @Test
    void damagedFileIsNotedByTheStudyBesideIt() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other"));
        SyntheticSeries.stir(2).each((slice, image) -> image.text(Tag.StudyInstanceUID, "UI", "1.9")).write(other);
        Files.write(other.resolve("cut"), Arrays.copyOf(Files.readAllBytes(victim), 700));
        List<StudySource> found = ReadStudy.all(folder);
        assertEquals(List.of(), found.get(0).load().warnings());
        assertTrue(found.get(1).load().warnings().get(0).startsWith(other.resolve("cut") + " is cut off"));
    }

    /** As another process finds it: with the same warnings, also of what is no file. */
    @Test
    void aStudyIsFoundAgainWithAllThatIsMissed() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other"));
        SyntheticSeries.stir(2).each((slice, image) -> image.text(Tag.StudyInstanceUID, "UI", "1.9")).write(other);
        Files.createSymbolicLink(other.resolve("2-11"), folder.resolve("gone"));
        Files.write(other.resolve("cut"), Arrays.copyOf(Files.readAllBytes(victim), 700));
        Path locked = Files.createDirectory(other.resolve("locked"));
        Files.setPosixFilePermissions(locked, Set.of());
        List<String> missed = new ArrayList<>(List.of(other.resolve("2-11") + " is a link that leads nowhere",
                other.resolve("cut") + " is cut off"));
        if (!Files.isReadable(locked)) {
            missed.add(locked + " is a folder that this user may not enter");
        }
        StudySource first = ReadStudy.all(folder).get(1);
        StudySource again = ReadStudy.reader().find(first.files(), SeriesChoice.AUTOMATIC).get(0);
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        String warning = first.load().warnings().get(0);
        missed.forEach(part -> assertTrue(warning.contains(part), warning));
        assertEquals(first.load().warnings(), again.load().warnings());
        assertEquals(first.files(), again.files());
    }

    @Test
    void fewerThanThreeImages() throws Exception {
        for (int i = 2; i < 7; i++) {
            Files.delete(folder.resolve("1-" + i));
        }
        assertEquals("No sagittal STIR series in " + folder + " has the 3 images at different places that a score needs, saw 1 sagittal"
                + " STIR MR series of 2 images", ReadStudy.refusal(folder));
        assertEquals("No sagittal MR series in " + folder + " has the 3 images at different places that a score needs, saw 1 sagittal STIR"
                + " MR series of 2 images", ReadStudy.refusal(folder, new SeriesChoice(Set.of(), true)));
    }

    @Test
    void nothingSagittalOfAnyContrast() throws Exception {
        SyntheticSeries.t1(1).slices(7).axial().write(folder);
        String reason = ReadStudy.refusal(folder, new SeriesChoice(Set.of(), true));
        assertEquals("No sagittal MR series found in " + folder + ", saw 1 axial T1 MR series of 7 images", reason);
    }

    private void assertWarned(String beginning) throws Exception {
        List<String> warnings = ReadStudy.in(folder).warnings();
        assertEquals(2, warnings.size(), warnings.toString());
        assertTrue(warnings.get(0).startsWith(beginning), warnings.toString());
        assertTrue(warnings.get(1).startsWith("1 of the slices of series 1 are missing"), warnings.toString());
    }

    private void rewrite(BiConsumer<Integer, DicomObject> change) throws Exception {
        SyntheticSeries.stir(1).slices(7).each(change).write(folder);
    }

    /** Says another transfer syntax than the one that was written. */
    private static void syntax(Path file) throws Exception {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        int at = text.indexOf("1.2.840.10008.1.2.1\0");
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] other = new byte[bytes.length + 4];
        System.arraycopy(bytes, 0, other, 0, at);
        System.arraycopy((HTJ2K + "\0").getBytes(StandardCharsets.ISO_8859_1), 0, other, at, 24);
        System.arraycopy(bytes, at + 20, other, at + 24, bytes.length - at - 20);
        other[at - 2] = 24;
        Files.write(file, other);
    }
}

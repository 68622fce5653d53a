package spine.io.dicom.internal.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.common.file.FileTree;
import spine.dicom.Tag;

/** Whatever is wrong with a study: its images as they are, or a warning on what was left out, or one sentence and nothing. */
class HostileStudyTest {
    private static final int SEEDS = 6;

    @TempDir
    private Path temp;
    private Study intact;

    @BeforeEach
    void readIntact() throws Exception {
        HostileStudy.writeIntact(Files.createDirectory(temp.resolve("intact")));
        intact = ReadStudy.in(temp.resolve("intact"));
        assertEquals(List.of(), intact.warnings());
        assertEquals(HostileStudy.IMAGES, images(intact).size());
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostInSilence(HostileStudy kind) throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            int victims = seed == 0 ? 1 : 1 + random.nextInt(HostileStudy.IMAGES);
            Path folder = Files.createDirectory(temp.resolve("study-" + seed));
            kind.write(folder, random, victims);
            check(folder, kind + " " + seed);
            FileTree.delete(folder);
        }
    }

    /** Beside other studies: they are as they were, and what is lost is told of all the same. */
    @ParameterizedTest
    @EnumSource
    void othersOfABatchAreNotConcerned(HostileStudy kind) throws Exception {
        Path batch = Files.createDirectory(temp.resolve("batch"));
        for (int neighbour = 1; neighbour <= 2; neighbour++) {
            String uid = "1.9." + neighbour;
            SyntheticSeries.stir(1).slices(7).each((slice, image) -> image.text(Tag.StudyInstanceUID, "UI", uid)
                    .text(Tag.SeriesInstanceUID, "UI", uid + ".1")).write(Files.createDirectory(batch.resolve("n" + neighbour)));
        }
        for (int victims : new int[] {1, 6, HostileStudy.IMAGES}) {
            Path folder = Files.createDirectory(batch.resolve("hostile"));
            kind.write(folder, new Random(victims), victims);
            boolean told = false;
            for (StudySource source : ReadStudy.all(batch)) {
                String answer = answer(source);
                if (source.studyInstanceUid().startsWith("1.9.")) {
                    assertEquals("7 images, []", answer);
                } else {
                    told |= !answer.equals(HostileStudy.IMAGES + " images, []");
                }
            }
            assertTrue(told, kind + " of " + victims + " files was not told of");
            FileTree.delete(folder);
        }
    }

    @Test
    void filesThatCannotBeReadAreCounted() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("counted"));
        HostileStudy.writeIntact(folder);
        for (int i = 0; i < 6; i++) {
            Files.write(folder.resolve("1-" + i), i % 2 == 0 ? new byte[0] : "no image at all".repeat(40).getBytes());
        }
        Files.writeString(folder.resolve("README"), "how the disk was made");
        Study study = ReadStudy.in(folder);
        assertEquals("6 files cannot be read and were left out: " + folder.resolve("1-0") + " is empty; " + folder.resolve("1-1")
                + " is not a DICOM file, although it is called like an image; " + folder.resolve("1-2") + " is empty; and 3 more.",
                study.warnings().get(0));
    }

    /** Nobody can tell which study such files are of. */
    @Test
    void aFolderOfUnreadableFilesIsAStudyThatCannotBeUsed() throws Exception {
        SyntheticSeries.stir(1).each((slice, image) -> image.text(Tag.StudyInstanceUID, "UI", "1.7"))
                .write(Files.createDirectory(temp.resolve("other")));
        Path lost = Files.createDirectory(temp.resolve("lost"));
        Files.writeString(lost.resolve("image-1.dcm"), "x");
        Files.writeString(lost.resolve("image-2.dcm"), "");
        Files.writeString(lost.resolve("list.txt"), "x");
        List<StudySource> found = ReadStudy.all(temp);
        assertEquals(3, found.size());
        String reason = answer(found.get(2));
        assertTrue(reason.endsWith("cannot be used: 2 files in " + lost + " cannot be read, and nobody can tell which study it is of, for"
                + " instance: " + lost.resolve("image-1.dcm") + " is not a DICOM file, although it is called like an image."), reason);
        assertEquals(found.get(2).studyInstanceUid(), ReadStudy.all(temp).get(2).studyInstanceUid());
        assertEquals(2, ReadStudy.reader().find(List.of(temp), new SeriesChoice(Set.of(SyntheticSeries.STUDY + ".1"), false)).size());
    }

    private void check(Path folder, String what) {
        try {
            List<StudySource> found = ReadStudy.all(folder);
            for (StudySource source : found) {
                Study study = source.load();
                assertTrue(images(intact).containsAll(images(study)) || !study.warnings().isEmpty(), what);
                assertTrue(images(study).equals(images(intact)) || !study.warnings().isEmpty(), what + ": "
                        + images(study).size() + " images without a warning");
            }
        } catch (UnusableInputException reason) {
            assertSentence(reason.getMessage(), what);
        }
    }

    private void assertSentence(String reason, String what) {
        assertTrue(reason.contains(temp.toString()), what + ": " + reason);
        assertFalse(reason.contains("Exception") || reason.contains("OTHER") || reason.contains("SECRET"), what + ": " + reason);
        assertFalse(reason.contains("\n"), what + ": " + reason);
    }

    private String answer(StudySource source) {
        try {
            Study study = source.load();
            return images(study).size() + " images, " + study.warnings();
        } catch (UnusableInputException reason) {
            assertSentence(reason.getMessage(), source.studyInstanceUid());
            return reason.getMessage();
        }
    }

    private static Set<String> images(Study study) {
        return study.stacks().stream().flatMap(stack -> stack.slices().stream()).map(slice -> slice.sopInstanceUid() + slice.plane())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

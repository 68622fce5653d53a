package spine.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.StudyReader;
import spine.api.image.StudySource;

/** The contract of {@link StudyReader}; to be extended beside the reader as {@link ScoringIndexContract} is. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class StudyReaderContract {
    private static final double SAGITTAL = 0.7;
    private static final double ROUNDING = 1e-3;
    private static final int DAMAGES = 60;

    @TempDir
    Path folder;

    /** A new reader with its usual settings. */
    protected abstract StudyReader create();

    /**
     * Writes a small study, of a few slices, that {@link #create} can read.
     *
     * @param empty an empty folder
     * @return the file to open, or the folder if the study needs several files
     */
    protected abstract Path writeStudy(Path empty) throws IOException;

    /** How the stacks of {@link #writeStudy} are chosen; automatically unless it has no STIR series. */
    protected SeriesChoice choice() {
        return SeriesChoice.AUTOMATIC;
    }

    @Test
    final void readsKnowsItsOwnAndIsQuickToSayNo() throws IOException {
        StudyReader reader = create();
        assertTrue(reader.reads(writeStudy(folder)), "reads() does not know the study");
        reader.reads(folder.resolve("absent"));
        reader.reads(Files.createDirectory(folder.resolve("an-empty-folder")));
        reader.reads(Files.createFile(folder.resolve("an-empty-file")));
    }

    @Test
    final void theStudyIsWellFormed() throws Exception {
        List<StudySource> sources = create().find(List.of(writeStudy(folder)), choice());
        assertEquals(1, sources.size(), "studies found");
        Study study = sources.get(0).load();
        assertEquals(sources.get(0).studyInstanceUid(), study.studyInstanceUid(), "the UID of the source and of the study");
        check(study);
    }

    @Test
    final void everyCallReadsTheSameAnew() throws Exception {
        Path location = writeStudy(folder);
        StudySource source = create().find(List.of(location), choice()).get(0);
        Study first = source.load();
        Study second = source.load();
        assertEquals(digest(first), digest(second), "loaded twice");
        assertEquals(digest(first), digest(create().find(List.of(location), choice()).get(0).load()), "by another instance");
        assertTrue(first.stacks().get(0).slices().get(0).pixels() != second.stacks().get(0).slices().get(0).pixels(),
                "two calls of load() share their pixels");
    }

    /** A reader that names no files is asked again for the locations that it found the study in. */
    @Test
    final void theFilesOfAStudyGiveItAgain() throws Exception {
        StudySource source = create().find(List.of(writeStudy(folder)), choice()).get(0);
        if (source.files().isEmpty()) {
            return;
        }
        List<StudySource> again = create().find(source.files(), choice());
        assertEquals(1, again.size(), "studies found in the files of one");
        assertEquals(source.studyInstanceUid(), again.get(0).studyInstanceUid(), "the UID of the study found in its files");
        assertEquals(digest(source.load()), digest(again.get(0).load()), "the study found in its files");
    }

    @Test
    final void manyThreadsReadWhatOneReads() throws Exception {
        Path location = writeStudy(folder);
        StudyReader shared = create();
        List<String> expected = digest(shared.find(List.of(location), choice()).get(0).load());
        Crowd.agrees(List.of(location), List.of(expected), path -> digest(shared.find(List.of(path), choice()).get(0).load()));
    }

    @Test
    final void noFileIsLeftOpen() throws Exception {
        Path location = writeStudy(folder);
        create().find(List.of(location), choice()).get(0).load();
        assertEquals(List.of(), OpenFiles.below(folder), "open after load()");
    }

    @Test
    final void whatIsGoneIsNamed() throws IOException {
        assertTrue(refusal(folder.resolve("absent")).isPresent(), "find() accepted a location that does not exist");
        assertTrue(refusal(Files.createDirectory(folder.resolve("an-empty-folder"))).isPresent(), "find() accepted an empty folder");
    }

    /** Cut off, emptied, overwritten with zeros or with chance: a study or one sentence, nothing else. */
    @Test
    final void aDamagedFileIsReadOrRefusedInOneSentence() throws IOException {
        Path good = Files.createDirectory(folder.resolve("good"));
        Path location = writeStudy(good);
        List<Path> files;
        try (Stream<Path> all = Files.walk(good)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Path victim = files.get(0);
        byte[] bytes = Files.readAllBytes(victim);
        Random random = new Random(1);
        for (int i = 0; i < DAMAGES; i++) {
            Files.write(victim, damaged(bytes, i, random));
            refusal(location).ifPresent(message -> {
                Words.assertSentence(message, "the refusal");
                assertTrue(message.contains(location.getFileName().toString()) || message.contains(victim.getFileName().toString()),
                        "the refusal does not name the file: " + message);
            });
            assertEquals(List.of(), OpenFiles.below(folder), "open after the refusal");
        }
    }

    private static byte[] damaged(byte[] bytes, int kind, Random random) {
        if (kind < 10) {
            return Arrays.copyOf(bytes, (int) ((long) bytes.length * kind / 10));
        }
        byte[] changed = bytes.clone();
        if (kind < 20) {
            int from = random.nextInt(bytes.length);
            Arrays.fill(changed, from, Math.min(bytes.length, from + 64), (byte) 0);
            return changed;
        }
        int within = kind % 2 == 0 ? Math.min(bytes.length, 512) : bytes.length;
        for (int i = 0; i < 1 + kind % 7; i++) {
            changed[random.nextInt(within)] = (byte) random.nextInt();
        }
        return changed;
    }

    private Optional<String> refusal(Path location) {
        try {
            for (StudySource source : create().find(List.of(location), choice())) {
                check(source.load());
            }
            return Optional.empty();
        } catch (UnusableInputException e) {
            return Optional.of(e.getMessage());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(location + " was neither read nor refused", e);
        }
    }

    private static void check(Study study) {
        assertFalse(study.studyInstanceUid().isBlank(), "the study has no UID");
        study.notes().forEach(note -> Words.assertSentence(note.text(), "a note"));
        List<String> uids = new ArrayList<>();
        for (SliceStack stack : study.stacks()) {
            assertTrue(Math.abs(stack.plane().normal().x()) > SAGITTAL, "a stack is not sagittal: its normal is " + stack.plane().normal());
            assertTrue(-stack.plane().alongColumn().z() >= Math.abs(stack.plane().alongRow().z()), "rows do not run to the feet");
            assertTrue(stack.plane().alongRow().y() >= 0, "columns do not run to the back");
            assertTrue(stack.sliceSpacing() > 0, "slice spacing " + stack.sliceSpacing());
            assertTrue(Math.abs(stack.plane().alongRow().dot(stack.plane().alongColumn())) < ROUNDING,
                    "rows and columns are not perpendicular");
            assertEquals(1, stack.plane().alongRow().length(), ROUNDING, "length of alongRow");
            assertEquals(1, stack.plane().alongColumn().length(), ROUNDING, "length of alongColumn");
            double last = Double.NEGATIVE_INFINITY;
            for (Slice slice : stack.slices()) {
                uids.add(slice.sopInstanceUid());
                double position = stack.plane().distanceOf(slice.plane().origin());
                assertTrue(position > last, "slices are not in the order of their positions");
                last = position;
                for (float pixel : slice.pixels()) {
                    assertTrue(Float.isFinite(pixel), "a pixel is not finite");
                }
            }
        }
        assertEquals(uids.size(), uids.stream().distinct().count(), "two images have the same UID");
    }

    private static List<String> digest(Study study) {
        List<String> digest = new ArrayList<>(List.of(study.studyInstanceUid(), study.notes().toString()));
        for (SliceStack stack : study.stacks()) {
            digest.add(stack.seriesInstanceUid() + stack.acquisition() + stack.description() + Sample.fingerprint(stack));
            stack.slices().forEach(slice -> digest.add(slice.sopInstanceUid() + slice.plane()));
        }
        return digest;
    }
}

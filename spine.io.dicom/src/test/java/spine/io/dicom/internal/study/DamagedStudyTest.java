package spine.io.dicom.internal.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.StudySource;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;

/** A study with one file altered at random from a fixed seed is read or refused with a reason, never anything else. */
class DamagedStudyTest {
    private static final int ROUNDS = 200;

    private final DicomStudyReader reader = new DicomStudyReader(new NativeDicomCodec(), new DecodedImages(new NativeDicomCodec()));

    @TempDir
    private Path folder;
    @TempDir
    private Path classic;

    @Test
    void damageIsNeverMoreThanAReason() throws Exception {
        SyntheticSeries.stir(1).slices(4).write(folder);
        int read = readDamaged(folder.resolve("1-2"));
        assertTrue(read > ROUNDS / 4, read + " of " + ROUNDS + " were read");
    }

    @Test
    void damageOfAnEnhancedObjectIsNeverMoreThanAReason() throws Exception {
        SyntheticSeries.stir(1).slices(5).write(classic);
        for (EnhancedObject.Habit habit : EnhancedObject.Habit.values()) {
            readDamaged(new EnhancedObject(habit).add(classic).write(folder));
        }
    }

    /** @return how often something was read */
    private int readDamaged(Path victim) throws Exception {
        byte[] whole = Files.readAllBytes(victim);
        Random random = new Random(11);
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Files.write(victim, damaged(whole, random));
            try {
                for (StudySource source : reader.find(List.of(folder), SeriesChoice.AUTOMATIC)) {
                    source.load().stacks().forEach(DamagedStudyTest::assertFinite);
                    read++;
                }
            } catch (UnusableInputException reason) {
                assertTrue(reason.getMessage().contains(folder.toString()), reason.getMessage());
            } catch (RuntimeException bug) {
                throw new AssertionError("round " + round, bug);
            }
        }
        return read;
    }

    /** The altered file is not among the images then, and the person is told so. */
    @Test
    void damagedFileBesideTheOthersIsWarnedOf() throws Exception {
        SyntheticSeries.stir(1).slices(5).write(folder);
        Path victim = folder.resolve("1-2");
        Files.write(victim, Arrays.copyOf(Files.readAllBytes(victim), 700));
        List<String> warnings = reader.find(List.of(folder), SeriesChoice.AUTOMATIC).get(0).load().warnings();
        assertEquals(1, warnings.stream().filter(warning -> warning.startsWith(victim + " is cut off")).count(), warnings.toString());
    }

    private static void assertFinite(SliceStack stack) {
        for (Slice slice : stack.slices()) {
            for (float value : slice.pixels()) {
                assertTrue(Float.isFinite(value), slice.sopInstanceUid());
            }
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? '0' + random.nextInt(10) : random.nextInt(256));
        }
        return random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}

package com.example.nifti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.Vec3;

class NiftiStudyReaderTest {
    private static final SeriesChoice ANY = new SeriesChoice(Set.of(), true);
    private static final int[][] PERMUTATIONS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    private static final double[] SPACING = {4, 1, 2};
    private static final double[][] PLAIN = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}};

    @TempDir
    Path folder;

    /** All 48 ways in which the axes of a file can lie along those of the patient. */
    static Stream<int[]> orientations() {
        return IntStream.range(0, 48).mapToObj(i -> new int[] {i / 8, (i & 1) * 2 - 1, (i & 2) - 1, (i & 4) / 2 - 1});
    }

    @ParameterizedTest
    @MethodSource("orientations")
    void everyPixelLiesWhereItsVoxelLay(int[] orientation) throws Exception {
        double[][] affine = new double[3][4];
        int[] size = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            int patient = PERMUTATIONS[orientation[0]][axis];
            affine[patient][axis] = orientation[axis + 1] * SPACING[patient];
            affine[patient][3] = 3 - 2 * patient;
            size[axis] = 3 + patient;
        }
        SliceStack stack = load(new NiftiWriter(size, affine, ByteOrder.LITTLE_ENDIAN).write(folder.resolve("volume.nii.gz")))
                .stacks().get(0);
        assertEquals(3, stack.slices().size());
        assertEquals(4, stack.columns());
        assertEquals(5, stack.rows());
        assertEquals(4, stack.sliceSpacing(), 1e-9);
        assertEquals(1, stack.plane().alongRow().y(), 1e-9, "columns run to the back");
        assertEquals(-1, stack.plane().alongColumn().z(), 1e-9, "rows run to the feet");
        for (Slice slice : stack.slices()) {
            for (int pixel = 0; pixel < slice.pixels().length; pixel++) {
                Vec3 lps = slice.plane().toPatient(pixel % slice.columns(), pixel / slice.columns());
                assertEquals(NiftiWriter.place(new double[] {-lps.x(), -lps.y(), lps.z()}), slice.pixels()[pixel]);
            }
        }
    }

    @Test
    void theOrderOfBytesAndTheScalingAreTheFilesOwn() throws Exception {
        NiftiWriter writer = new NiftiWriter(new int[] {2, 2, 2}, PLAIN, ByteOrder.BIG_ENDIAN);
        writer.bytes.putFloat(112, 0.5f).putFloat(116, 7);
        Slice leftmost = load(writer.write(folder.resolve("big.nii"))).stacks().get(0).slices().get(0);
        assertEquals(0.5f * 400 + 7, leftmost.pixels()[1], "first row is the head, second column the back, which is y = 0");
    }

    @Test
    void aQformMeansTheSameAsItsSform() throws Exception {
        double[][] turned = {{0, -2, 0, 5}, {1, 0, 0, 6}, {0, 0, 3, 7}};
        Study byMatrix = load(new NiftiWriter(new int[] {3, 4, 5}, turned, ByteOrder.LITTLE_ENDIAN).write(folder.resolve("s.nii")));
        NiftiWriter writer = new NiftiWriter(new int[] {3, 4, 5}, turned, ByteOrder.LITTLE_ENDIAN);
        writer.bytes.putShort(254, (short) 0).putShort(252, (short) 1).putFloat(264, (float) Math.sqrt(0.5));
        writer.bytes.putFloat(268, 5).putFloat(272, 6).putFloat(276, 7);
        Study byQuaternion = load(writer.write(folder.resolve("q.nii")));
        for (int i = 0; i < 4; i++) {
            Slice one = byMatrix.stacks().get(0).slices().get(i);
            Slice other = byQuaternion.stacks().get(0).slices().get(i);
            assertEquals(0, one.plane().origin().distance(other.plane().origin()), 1e-5);
            assertEquals(one.pixels()[5], other.pixels()[5]);
        }
    }

    @Test
    void metresAreMetres() throws Exception {
        double[][] metres = {{0.004, 0, 0, 0}, {0, 0.001, 0, 0}, {0, 0, 0.002, 0}};
        NiftiWriter writer = new NiftiWriter(new int[] {2, 2, 2}, metres, ByteOrder.LITTLE_ENDIAN);
        writer.bytes.put(123, (byte) 1);
        assertEquals(4, load(writer.write(folder.resolve("m.nii"))).stacks().get(0).sliceSpacing(), 1e-6);
    }

    @Test
    void theSameFileIsTheSameStudyWhateverItsName() throws Exception {
        Path one = plain().write(folder.resolve("one.nii"));
        Path other = Files.copy(one, folder.resolve("other.nii"));
        assertEquals(load(one).studyInstanceUid(), load(other).studyInstanceUid());
        assertTrue(load(one).studyInstanceUid().matches("2\\.25\\.\\d{1,39}"));
    }

    @Test
    void theContrastHasToBeAnsweredFor() throws IOException {
        Path file = plain().write(folder.resolve("study.nii"));
        assertTrue(refusal(file, SeriesChoice.AUTOMATIC).contains("--accept-any-contrast"));
    }

    @Test
    void theReportSaysThatTheContrastIsUnknown() throws Exception {
        assertTrue(load(plain().write(folder.resolve("study.nii"))).warnings().get(0).contains("contrast"));
    }

    @Test
    void reasonsAreNamed() throws IOException {
        assertRefused(writer -> writer.bytes.putShort(254, (short) 0), "neither sform nor qform");
        assertRefused(writer -> writer.bytes.putShort(70, (short) 32), "data of type 32");
        assertRefused(writer -> writer.bytes.putShort(40, (short) 4).putShort(48, (short) 9), "several volumes");
        assertRefused(writer -> writer.bytes.putInt(0, 540), "NIfTI-2");
        assertRefused(writer -> writer.bytes.put(344, (byte) 'x'), "does not begin");
        assertRefused(writer -> writer.bytes.putFloat(284, 3), "not perpendicular");
        assertRefused(writer -> writer.bytes.putFloat(280, Float.NaN), "nowhere near");
        assertRefused(writer -> writer.bytes.putFloat(108, 1e9f), "begin at byte");
    }

    @Test
    void onlyNiftiFilesAreRead() throws IOException {
        NiftiStudyReader reader = new NiftiStudyReader();
        assertFalse(reader.reads(folder));
        assertFalse(reader.reads(Files.createFile(folder.resolve("image.dcm"))));
        assertFalse(reader.reads(Path.of("/")));
        assertTrue(reader.reads(Files.createFile(folder.resolve("IMAGE.NII.GZ"))));
    }

    private void assertRefused(Consumer<NiftiWriter> damage, String reason) throws IOException {
        NiftiWriter writer = plain();
        damage.accept(writer);
        Path file = writer.write(folder.resolve("bad.nii"));
        String sentence = refusal(file, ANY);
        assertTrue(sentence.startsWith(file.toString()) && sentence.contains(reason) && sentence.endsWith("."), sentence);
    }

    private static String refusal(Path file, SeriesChoice choice) {
        return assertThrows(UnusableInputException.class,
                () -> new NiftiStudyReader().find(List.of(file), choice).get(0).load()).getMessage();
    }

    private static NiftiWriter plain() {
        return new NiftiWriter(new int[] {2, 2, 2}, PLAIN, ByteOrder.LITTLE_ENDIAN);
    }

    private static Study load(Path file) throws UnusableInputException {
        return new NiftiStudyReader().find(List.of(file), ANY).get(0).load();
    }
}

package spine.io.nifti.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.nifti.NiftiStudyReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spine.api.image.SeriesChoice;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;

/** Where voxels lie, as two readers see it. */
class GeometryTest {
    private static final double ROUNDING_MM = 1e-4;
    private static final int BLANK = VoxelGrid.BLANK;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everyVoxelLiesWhereItsPixelLies(SmallStack orientation) throws Exception {
        SliceStack stack = orientation.at(0, 4, 8);
        ReadVolume volume = ReadVolume.of(NiftiFile.image(folder.resolve("image.nii.gz"), VoxelGrid.of(stack), stack.slices()));
        assertEquals(List.of(5, 4, 3), List.of(volume.size(0), volume.size(1), volume.size(2)));
        assertEquals(1, volume.qformCode());
        for (int k = 0; k < 3; k++) {
            for (int pixel = 0; pixel < 20; pixel++) {
                Vec3 lps = stack.slices().get(k).plane().toPatient(pixel % 5, pixel / 5);
                double[] ras = {-lps.x(), -lps.y(), lps.z()};
                assertArrayEquals(ras, volume.bySform(pixel % 5, pixel / 5, k), ROUNDING_MM);
                assertArrayEquals(ras, volume.byQform(pixel % 5, pixel / 5, k), ROUNDING_MM);
            }
        }
    }

    /** The reader of the examples turns every volume into sagittal slices. */
    @ParameterizedTest
    @EnumSource
    void anotherReaderFindsEveryPixelAtItsPlace(SmallStack orientation) throws Exception {
        SliceStack stack = orientation.at(0, 4, 8);
        Path file = NiftiFile.image(folder.resolve("image.nii.gz"), VoxelGrid.of(stack), stack.slices());
        SliceStack read = new NiftiStudyReader().find(List.of(file), new SeriesChoice(Set.of(), true)).get(0).load().stacks().get(0);
        assertEquals(3 * 20, read.slices().size() * read.rows() * read.columns());
        for (Slice slice : stack.slices()) {
            for (int pixel = 0; pixel < slice.pixels().length; pixel++) {
                Vec3 place = slice.plane().toPatient(pixel % 5, pixel / 5);
                Slice there = read.slices().stream().filter(of -> Math.abs(of.plane().distanceOf(place)) < 0.01).findFirst().orElseThrow();
                int column = (int) Math.round(there.plane().columnOf(place));
                int row = (int) Math.round(there.plane().rowOf(place));
                assertTrue(there.plane().toPatient(column, row).distance(place) < 0.01, "no pixel at " + place);
                assertEquals(slice.pixels()[pixel], there.pixels()[row * there.columns() + column]);
            }
        }
    }

    @Test
    void aMissingSliceIsBlankAndMovesNoOther() throws Exception {
        SliceStack stack = SmallStack.OBLIQUE.at(0, 4, 8.1, 16, 20);
        VoxelGrid grid = VoxelGrid.of(stack);
        assertEquals(List.of(0, 1, 2, BLANK, 3, 4), grid.sliceAt());
        assertEquals(0, grid.deviationMm(stack.slices().get(3), 4), 1e-9);
        assertEquals(0.1, grid.deviationMm(stack.slices().get(2), 2), 1e-9);
        byte[][] labels = new byte[5][20];
        labels[3][7] = 9;
        ReadVolume volume = ReadVolume.of(NiftiFile.labels(folder.resolve("labels.nii.gz"), grid, labels));
        assertEquals(6, volume.size(2));
        assertEquals(9, volume.label(4 * 20 + 7));
        assertEquals(0, volume.label(3 * 20 + 7));
    }

    @Test
    void unevenSlicesKeepTheirOrderAndTheirDeviationIsTold() {
        SliceStack stack = SmallStack.SAGITTAL.at(0, 4, 9, 13, 18);
        VoxelGrid grid = VoxelGrid.of(stack);
        assertEquals(List.of(0, 1, 2, 3, 4), grid.sliceAt());
        assertEquals(4.5, grid.stepK().length(), 1e-9);
        assertEquals(0.5, grid.deviationMm(stack.slices().get(1), 1), 1e-9);
        assertEquals(0, grid.deviationMm(stack.slices().get(2), 2), 1e-9);
    }

    @Test
    void displacedSlicesAreRightInTheSformAloneAndTheQformSaysSo() throws Exception {
        SliceStack stack = SmallStack.SAGITTAL.shifted(0.1, 0, 4, 8);
        ReadVolume volume = ReadVolume.of(NiftiFile.image(folder.resolve("image.nii.gz"), VoxelGrid.of(stack), stack.slices()));
        assertEquals(0, volume.qformCode());
        Vec3 last = stack.slices().get(2).plane().toPatient(4, 3);
        assertArrayEquals(new double[] {-last.x(), -last.y(), last.z()}, volume.bySform(4, 3, 2), ROUNDING_MM);
    }

    @Test
    void aSingleSliceIsAsThickAsItWasAcquired() {
        assertEquals(4, VoxelGrid.of(SmallStack.AXIAL.at(0)).stepK().length(), 1e-9);
    }
}

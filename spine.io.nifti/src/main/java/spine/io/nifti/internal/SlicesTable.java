package spine.io.nifti.internal;

import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.common.csv.CsvText;

/** Which DICOM image each slice of the volumes is, and how far it lies from its place in the grid. Not for use by several threads. */
final class SlicesTable {
    static final String FILE = "nifti-slices.csv";
    private static final int DECIMALS = 3;

    private final CsvText csv = new CsvText(DECIMALS).line("stack", "k", "sopInstanceUid", "deviationMm");

    /** @param number of the stack, from 1 */
    void add(int number, SliceStack stack, VoxelGrid grid) {
        for (int k = 0; k < grid.slices(); k++) {
            int index = grid.sliceAt().get(k);
            if (index == VoxelGrid.BLANK) {
                csv.line(number, k, "", "");
            } else {
                Slice slice = stack.slices().get(index);
                csv.line(number, k, slice.sopInstanceUid(), grid.deviationMm(slice, k));
            }
        }
    }

    @Override
    public String toString() {
        return csv.toString();
    }
}

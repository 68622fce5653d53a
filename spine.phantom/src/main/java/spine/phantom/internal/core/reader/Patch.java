package spine.phantom.internal.core.reader;

/**
 * What may be taken for a lesion: a connected patch of a stack.
 *
 * @param number of the patch in its stack, from 0
 * @param voxels indices {@code (slice * rows + row) * columns + column}, ascending
 * @param oedema whether it is inflamed marrow; otherwise it only resembles it
 * @param conspicuity by how much it is brighter than the marrow around it on the slice where it is seen best, as a share of the signal
 *     of that marrow, times the root of its area there in units of 150 mm2
 */
record Patch(int number, int[] voxels, boolean oedema, double conspicuity) {
}

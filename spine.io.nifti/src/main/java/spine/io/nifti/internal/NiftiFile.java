package spine.io.nifti.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import spine.api.image.Slice;

/** Writes compressed volumes. The same content gives the same bytes: {@link GZIPOutputStream} leaves the time of the file empty. */
final class NiftiFile {
    private static final int BUFFER = 1 << 16;

    private NiftiFile() {
    }

    /** A volume of labels. @param labels by slice of the stack, {@code [slice][row * columns + column]} */
    static Path labels(Path file, VoxelGrid grid, byte[][] labels) throws IOException {
        return write(file, grid, VoxelType.UINT8, true, (slice, voxels) -> voxels.put(labels[slice]));
    }

    /** The grey values of a stack: 16-bit integers where that loses nothing, else floats. */
    static Path image(Path file, VoxelGrid grid, List<Slice> slices) throws IOException {
        return slices.stream().allMatch(NiftiFile::fitsShort)
                ? write(file, grid, VoxelType.INT16, false, (slice, voxels) -> putShorts(slices.get(slice).pixels(), voxels))
                : write(file, grid, VoxelType.FLOAT32, false, (slice, voxels) -> voxels.asFloatBuffer().put(slices.get(slice).pixels()));
    }

    private static boolean fitsShort(Slice slice) {
        for (float value : slice.pixels()) {
            if (value != (short) value) {
                return false;
            }
        }
        return true;
    }

    private static void putShorts(float[] pixels, ByteBuffer voxels) {
        for (float value : pixels) {
            voxels.putShort((short) value);
        }
    }

    private static Path write(Path file, VoxelGrid grid, VoxelType type, boolean labels, SliceEncoder encoder) throws IOException {
        byte[] header = NiftiHeader.of(grid, type, labels);
        byte[] blank = new byte[grid.columns() * grid.rows() * type.bytes()];
        byte[] voxels = new byte[blank.length];
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream out = new BufferedOutputStream(new GZIPOutputStream(raw, BUFFER), BUFFER)) {
            out.write(header);
            for (int slice : grid.sliceAt()) {
                if (slice == VoxelGrid.BLANK) {
                    out.write(blank);
                } else {
                    encoder.encode(slice, ByteBuffer.wrap(voxels).order(ByteOrder.LITTLE_ENDIAN));
                    out.write(voxels);
                }
            }
        }
        return file;
    }

    /** Puts all voxels of one slice of the stack. */
    @FunctionalInterface
    private interface SliceEncoder {
        void encode(int slice, ByteBuffer voxels);
    }
}

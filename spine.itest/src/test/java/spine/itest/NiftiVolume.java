package spine.itest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A little-endian NIfTI-1 volume with an sform whose axes are those of the patient, as the test data has: enough to
 * turn public spine volumes into DICOM series.
 *
 * @param size voxels along x, y, z
 * @param spacing mm along x, y, z
 * @param origin centre of the first voxel, RAS mm
 * @param voxels x fastest
 */
record NiftiVolume(int[] size, double[] spacing, double[] origin, float[] voxels) {
    private static final int SFORM = 280;
    private static final int SIGNED_SHORT = 4;
    private static final int UNSIGNED_SHORT = 512;
    private static final int FLOAT = 16;

    static NiftiVolume read(Path file) throws IOException {
        ByteBuffer data;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            data = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        }
        int[] size = {data.getShort(42), data.getShort(44), data.getShort(46)};
        double[] spacing = new double[3];
        double[] origin = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            spacing[axis] = data.getFloat(SFORM + 20 * axis);
            origin[axis] = data.getFloat(SFORM + 16 * axis + 12);
        }
        int type = data.getShort(70);
        data.position((int) data.getFloat(108));
        float[] voxels = new float[size[0] * size[1] * size[2]];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = switch (type) {
                case SIGNED_SHORT -> data.getShort();
                case UNSIGNED_SHORT -> data.getShort() & 0xffff;
                case FLOAT -> data.getFloat();
                default -> throw new IOException(file + " holds NIfTI data type " + type);
            };
        }
        return new NiftiVolume(size, spacing, origin, voxels);
    }

    float at(int x, int y, int z) {
        return voxels[(z * size[1] + y) * size[0] + x];
    }
}

package spine.io.nifti.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import spine.api.image.Vec3;

/**
 * The header of a NIfTI-1 volume in one file (https://nifti.nimh.nih.gov/nifti-1), little endian: the grid as sform and qform, both in
 * scanner coordinates. NIfTI counts x to the right and y to the front (RAS), DICOM to the left and to the back (LPS): both change sign.
 */
final class NiftiHeader {
    /** The header, and four bytes that say that no extension follows. */
    static final int BYTES = 352;
    private static final short SCANNER = 1;
    private static final short LABELS = 1002;
    private static final byte MILLIMETRES = 2;
    /** A qform cannot say that slices are displaced along themselves; where its error were larger than this, the sform stands alone. */
    private static final double SHEAR_MM = 0.1;

    private NiftiHeader() {
    }

    /**
     * @param labels whether values are labels of structures, and no grey values
     * @throws IOException if the grid has more voxels along an axis than the format can say
     */
    static byte[] of(VoxelGrid grid, VoxelType type, boolean labels) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0, BYTES - 4);
        size(header, grid);
        header.putShort(68, labels ? LABELS : 0);
        header.putShort(70, (short) type.code()).putShort(72, (short) (Byte.SIZE * type.bytes()));
        header.putFloat(108, BYTES).putFloat(112, 1);
        header.put(123, MILLIMETRES);
        qform(header, grid);
        sform(header, grid);
        header.put(344, "n+1".getBytes(StandardCharsets.US_ASCII));
        return header.array();
    }

    private static void size(ByteBuffer header, VoxelGrid grid) throws IOException {
        int[] size = {3, grid.columns(), grid.rows(), grid.slices(), 1, 1, 1, 1};
        for (int i = 0; i < size.length; i++) {
            if (size[i] > Short.MAX_VALUE) {
                throw new IOException("A NIfTI-1 volume has at most " + Short.MAX_VALUE + " voxels along an axis, not " + size[i] + ".");
            }
            header.putShort(40 + 2 * i, (short) size[i]);
        }
    }

    /** Orthogonal: i as it is, k perpendicular to the slices. */
    private static void qform(ByteBuffer header, VoxelGrid grid) {
        Vec3 i = grid.stepI().unit();
        Vec3 k = grid.stepI().cross(grid.stepJ()).unit();
        Vec3 j = k.cross(i);
        double thickness = grid.stepK().dot(k);
        double shear = grid.stepK().minus(k.times(thickness)).length() * (grid.slices() - 1);
        header.putShort(252, shear > SHEAR_MM ? 0 : SCANNER);
        // The first of these is the handedness: the slices of a stack ascend along their normal.
        header.putFloat(76, 1).putFloat(80, (float) grid.stepI().length()).putFloat(84, (float) grid.stepJ().length())
                .putFloat(88, (float) thickness);
        Quaternion rotation = Quaternion.of(ras(i), ras(j), ras(k));
        Vec3 origin = ras(grid.origin());
        header.putFloat(256, (float) rotation.b()).putFloat(260, (float) rotation.c()).putFloat(264, (float) rotation.d());
        header.putFloat(268, (float) origin.x()).putFloat(272, (float) origin.y()).putFloat(276, (float) origin.z());
    }

    private static void sform(ByteBuffer header, VoxelGrid grid) {
        header.putShort(254, SCANNER);
        Vec3[] columns = {ras(grid.stepI()), ras(grid.stepJ()), ras(grid.stepK()), ras(grid.origin())};
        for (int column = 0; column < columns.length; column++) {
            header.putFloat(280 + 4 * column, (float) columns[column].x());
            header.putFloat(296 + 4 * column, (float) columns[column].y());
            header.putFloat(312 + 4 * column, (float) columns[column].z());
        }
    }

    private static Vec3 ras(Vec3 lps) {
        return new Vec3(-lps.x(), -lps.y(), lps.z());
    }
}

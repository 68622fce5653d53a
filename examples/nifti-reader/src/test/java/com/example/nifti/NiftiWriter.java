package com.example.nifti;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes small NIfTI-1 files of shorts, whose voxels say where they lie. */
final class NiftiWriter {
    private static final int OFFSET = 352;

    private final int[] size;
    private final double[][] affine;
    private final ByteOrder order;
    final ByteBuffer bytes;

    /** @param affine as in the sform: RAS mm */
    NiftiWriter(int[] size, double[][] affine, ByteOrder order) {
        this.size = size;
        this.affine = affine;
        this.order = order;
        this.bytes = ByteBuffer.allocate(OFFSET + 2 * size[0] * size[1] * size[2]).order(order);
        bytes.putInt(0, 348).putShort(40, (short) 3);
        for (int axis = 0; axis < 3; axis++) {
            bytes.putShort(42 + 2 * axis, (short) size[axis]);
            bytes.putFloat(80 + 4 * axis, (float) Math.hypot(Math.hypot(affine[0][axis], affine[1][axis]), affine[2][axis]));
        }
        bytes.putShort(70, (short) 4).putShort(72, (short) 16).putFloat(76, 1).putFloat(108, OFFSET).put(123, (byte) 2);
        bytes.putShort(254, (short) 1);
        for (int i = 0; i < 12; i++) {
            bytes.putFloat(280 + 4 * i, (float) affine[i / 4][i % 4]);
        }
        bytes.put(344, "n+1".getBytes(StandardCharsets.ISO_8859_1));
        for (int z = 0; z < size[2]; z++) {
            for (int y = 0; y < size[1]; y++) {
                for (int x = 0; x < size[0]; x++) {
                    bytes.putShort(OFFSET + 2 * ((z * size[1] + y) * size[0] + x), place(ras(x, y, z)));
                }
            }
        }
    }

    /** The value of a voxel that lies there, RAS mm. */
    static short place(double[] ras) {
        return (short) Math.round(ras[0] + 20 * ras[1] + 400 * ras[2]);
    }

    private double[] ras(int x, int y, int z) {
        double[] point = new double[3];
        for (int row = 0; row < 3; row++) {
            point[row] = affine[row][0] * x + affine[row][1] * y + affine[row][2] * z + affine[row][3];
        }
        return point;
    }

    Path write(Path file) throws IOException {
        try (OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(Files.newOutputStream(file))
                : Files.newOutputStream(file)) {
            out.write(bytes.array());
        }
        return file;
    }
}

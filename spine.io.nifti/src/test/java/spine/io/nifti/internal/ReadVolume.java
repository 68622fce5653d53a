package spine.io.nifti.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A volume taken apart by the words of the standard. */
record ReadVolume(ByteBuffer bytes) {
    /** Of b, c and d, which are floats: less is taken for a half turn, as nifti1_io.c does. */
    private static final double ROUNDING = 1e-7;

    static ReadVolume of(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new ReadVolume(ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN));
        }
    }

    int size(int axis) {
        return bytes.getShort(42 + 2 * axis);
    }

    int type() {
        return bytes.getShort(70);
    }

    int qformCode() {
        return bytes.getShort(252);
    }

    int label(int voxel) {
        return bytes.get(352 + voxel) & 0xff;
    }

    /** Method 3: an affine matrix; RAS mm. */
    double[] bySform(double i, double j, double k) {
        double[] place = new double[3];
        for (int row = 0; row < 3; row++) {
            int at = 280 + 16 * row;
            place[row] = bytes.getFloat(at) * i + bytes.getFloat(at + 4) * j + bytes.getFloat(at + 8) * k + bytes.getFloat(at + 12);
        }
        return place;
    }

    /** Method 2: a rotation, the voxel's sizes and an offset; RAS mm. */
    double[] byQform(double i, double j, double k) {
        double b = bytes.getFloat(256);
        double c = bytes.getFloat(260);
        double d = bytes.getFloat(264);
        double square = 1 - b * b - c * c - d * d;
        double a = square < ROUNDING ? 0 : Math.sqrt(square);
        double[][] rotation = {
            {a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)},
            {2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)},
            {2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - b * b - c * c}};
        double x = bytes.getFloat(80) * i;
        double y = bytes.getFloat(84) * j;
        double z = bytes.getFloat(76) * bytes.getFloat(88) * k;
        double[] place = new double[3];
        for (int row = 0; row < 3; row++) {
            place[row] = rotation[row][0] * x + rotation[row][1] * y + rotation[row][2] * z + bytes.getFloat(268 + 4 * row);
        }
        return place;
    }
}

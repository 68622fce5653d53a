package com.example.nifti;

import java.nio.ByteBuffer;

/** The orientation as a rotation and voxel sizes, method 2 of the NIfTI-1 standard. */
final class Quaternion {

    private Quaternion() {
    }

    /** The same as a matrix, RAS in the unit of the file. */
    static double[][] affine(ByteBuffer header) {
        double b = header.getFloat(256);
        double c = header.getFloat(260);
        double d = header.getFloat(264);
        double a = Math.sqrt(Math.max(0, 1 - b * b - c * c - d * d));
        double[][] rotation = {
            {a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)},
            {2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)},
            {2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - b * b - c * c}};
        double handed = header.getFloat(76) < 0 ? -1 : 1;
        double[][] affine = new double[3][4];
        for (int row = 0; row < 3; row++) {
            for (int axis = 0; axis < 3; axis++) {
                affine[row][axis] = rotation[row][axis] * header.getFloat(80 + 4 * axis) * (axis == 2 ? handed : 1);
            }
            affine[row][3] = header.getFloat(268 + 4 * row);
        }
        return affine;
    }
}

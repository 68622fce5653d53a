package spine.io.nifti.internal;

import spine.api.image.Vec3;

/**
 * A rotation as NIfTI-1 has it in its qform: b, c and d of the unit quaternion whose a is not negative.
 */
record Quaternion(double b, double c, double d) {

    /** Of the rotation whose matrix has these columns: perpendicular unit vectors of a right-handed system, RAS. */
    static Quaternion of(Vec3 x, Vec3 y, Vec3 z) {
        double trace = x.x() + y.y() + z.z();
        double[] q = {1 + trace, 1 + 2 * x.x() - trace, 1 + 2 * y.y() - trace, 1 + 2 * z.z() - trace};
        int largest = 0;
        for (int i = 1; i < q.length; i++) {
            largest = q[i] > q[largest] ? i : largest;
        }
        // The largest component by its square, the others by their products with it: no division by a small number.
        double twice = Math.sqrt(q[largest]);
        double[][] products = {
            {q[0], y.z() - z.y(), z.x() - x.z(), x.y() - y.x()},
            {y.z() - z.y(), q[1], x.y() + y.x(), z.x() + x.z()},
            {z.x() - x.z(), x.y() + y.x(), q[2], y.z() + z.y()},
            {x.y() - y.x(), z.x() + x.z(), y.z() + z.y(), q[3]}};
        double[] row = products[largest];
        double scale = (row[0] < 0 ? -0.5 : 0.5) / twice;
        return new Quaternion(row[1] * scale, row[2] * scale, row[3] * scale);
    }
}

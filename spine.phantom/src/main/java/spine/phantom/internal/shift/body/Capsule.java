package spine.phantom.internal.shift.body;

/**
 * A capsule (a rod with round ends) that may taper and be flattened, in the frame of its vertebra, mirrored left and right. Millimetres.
 *
 * @param l0 start: distance to the side
 * @param a0 start: to the front
 * @param c0 start: to the head
 * @param l1 end: distance to the side
 * @param a1 end: to the front
 * @param c1 end: to the head
 * @param r0 radius at the start
 * @param r1 radius at the end
 * @param flat factor on distances to the side; above 1 the rod is flattened sideways
 */
record Capsule(double l0, double a0, double c0, double l1, double a1, double c1, double r0, double r1, double flat) {
    /** Result of {@link #inside} for points that are clearly outside. */
    static final double OUTSIDE = -9;
    private static final double CLEARLY = 1;

    /** Distance inside the surface, negative outside; exact only near the surface and where the rod is not flattened. */
    double inside(double side, double a, double c) {
        double x = (side - l0) * flat;
        double y = a - a0;
        double z = c - c0;
        double most = Math.max(r0, r1) + CLEARLY;
        if (y < Math.min(0, a1 - a0) - most || y > Math.max(0, a1 - a0) + most || z < Math.min(0, c1 - c0) - most
                || z > Math.max(0, c1 - c0) + most) {
            return OUTSIDE;
        }
        double dx = (l1 - l0) * flat;
        double dy = a1 - a0;
        double dz = c1 - c0;
        double t = (x * dx + y * dy + z * dz) / (dx * dx + dy * dy + dz * dz + 1e-9);
        t = t < 0 ? 0 : t > 1 ? 1 : t;
        x -= dx * t;
        y -= dy * t;
        z -= dz * t;
        return r0 + (r1 - r0) * t - Math.sqrt(x * x + y * y + z * z);
    }
}

package spine.api.image;

/** A point or direction in the DICOM patient coordinate system: LPS (x to the left, y to the back, z to the head), mm. */
public record Vec3(double x, double y, double z) {

    public Vec3 plus(Vec3 o) {
        return new Vec3(x + o.x, y + o.y, z + o.z);
    }

    public Vec3 minus(Vec3 o) {
        return new Vec3(x - o.x, y - o.y, z - o.z);
    }

    public Vec3 times(double f) {
        return new Vec3(x * f, y * f, z * f);
    }

    public double dot(Vec3 o) {
        return x * o.x + y * o.y + z * o.z;
    }

    public Vec3 cross(Vec3 o) {
        return new Vec3(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    public double length() {
        return Math.sqrt(dot(this));
    }

    /** The same direction with length one; the zero vector stays zero. */
    public Vec3 unit() {
        double length = length();
        return length == 0 ? this : times(1 / length);
    }

    public double distance(Vec3 o) {
        return minus(o).length();
    }
}

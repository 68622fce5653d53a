package spine.phantom.internal.shift.scan;

import java.util.ArrayList;
import java.util.List;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.random.SessionRandom;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.shift.prior.ScanPriors;
import spine.phantom.internal.shift.spine.Centreline;
import spine.phantom.internal.shift.spine.Spine;

/** Prescribes the stacks of a series over a spine: oblique, in some patients incomplete above or below. */
final class SlicePrescription {
    /** Greatest number of pixels of a study; the in-plane pixel grows to stay below it. */
    private static final double MOST_PIXELS = 5e6;

    /** Millimetres. */
    private static final double SLID = 10;

    private SlicePrescription() {
    }

    /** At a later examination the same part of the spine, up to {@value #SLID} mm higher or lower, by slices of another place and tilt. */
    static List<Grid> of(Spine spine, ScanPriors priors, Protocol protocol, SessionRandom session) {
        SeededRandom plan = session.lasting();
        SeededRandom random = session.passing();
        int s1 = spine.sequence().s1();
        Centreline centreline = spine.centreline();
        boolean cut = plan.chance(priors.cutAbove()) && protocol.view() == FieldOfView.WHOLE;
        double top = centreline.line(cut ? plan.uniform(1, 2.4) : protocol.view().top(plan), 2) + plan.uniform(5, 55);
        double lowest = plan.chance(priors.cutBelow()) ? priors.lowest().draw(plan) + (s1 - Levels.S1) : s1 + 1;
        double bottom = centreline.line(lowest, 2) - plan.uniform(5, 60);
        int count = protocol.stations();
        double shared = count == 1 ? 0 : plan.uniform(25, 110);
        double high = (top - bottom + shared * (count - 1)) / count;
        double wide = count == 1 ? plan.uniform(190, 300) : plan.uniform(150, 290);
        double pixel = Math.max(protocol.pixel(), Math.sqrt(high * wide * count * protocol.slices() / MOST_PIXELS));
        pixel = Math.min(1.1, Math.rint(pixel * 1000) / 1000);
        double slid = session.first() ? 0 : random.uniform(-SLID, SLID);
        double yaw = random.uniform(-5, 5);
        double pitch = random.uniform(-4, 4);
        List<Grid> grids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double upper = top + slid - i * (high - shared);
            Vec3 moved = i == 0 ? new Vec3(0, 0, 0)
                    : new Vec3(random.uniform(-1.5, 1.5), random.uniform(-1.5, 1.5), random.uniform(-1, 1));
            grids.add(station(spine, protocol, upper, upper - high, wide, pixel, yaw + random.uniform(-1, 1), pitch, moved, random));
        }
        return grids;
    }

    private static Grid station(Spine spine, Protocol protocol, double upper, double lower, double wide, double pixel, double yaw,
            double pitch, Vec3 moved, SeededRandom random) {
        double front = 1e9;
        double back = -1e9;
        double x = 0;
        double z = 0;
        double xz = 0;
        double zz = 0;
        int seen = 0;
        for (double level = 0; level < spine.sequence().s1() + 1; level += 0.25) {
            double at = spine.centreline().line(level, 2);
            if (at < upper && at > lower) {
                front = Math.min(front, spine.centreline().line(level, 1) - spine.canal().front(level));
                back = Math.max(back, spine.centreline().line(level, 1) + spine.canal().back(level) + 24);
                x += spine.centreline().line(level, 0);
                z += at;
                xz += spine.centreline().line(level, 0) * at;
                zz += at * at;
                seen++;
            }
        }
        double n = Math.max(1, seen);
        double spread = zz - z * z / n;
        double slant = spread > 1 ? (xz - x * z / n) / spread : 0;
        double width = Math.max(wide, back - front + 50);
        double room = width - (back - front);
        Vec3 centre = new Vec3(x / n + slant * ((upper + lower) / 2 - z / n) + random.uniform(-3, 3),
                front - room * random.uniform(0.5, 0.72) + width / 2, (upper + lower) / 2);
        Turn turn = new Turn(yaw, StrictMath.toDegrees(StrictMath.atan(slant)), pitch);
        Vec3 row = turn.of(new Vec3(0, 1, 0));
        Vec3 column = turn.of(new Vec3(0, 0, -1));
        int rows = 4 * (int) Math.ceil((upper - lower) / pixel / 4);
        int columns = 4 * (int) Math.ceil(width / pixel / 4);
        Vec3 normal = row.cross(column).unit();
        Vec3 corner = centre.minus(row.times((columns - 1) * pixel / 2)).minus(column.times((rows - 1) * pixel / 2));
        List<SlicePlane> planes = new ArrayList<>();
        for (int i = 0; i < protocol.slices(); i++) {
            double off = (i - (protocol.slices() - 1) / 2.0) * protocol.pitch();
            planes.add(new SlicePlane(corner.plus(normal.times(off)), row, column, pixel, pixel));
        }
        return new Grid(planes, rows, columns, protocol.thickness(), moved);
    }

    /** Three small rotations about the patient's axes, degrees. */
    private record Turn(double yaw, double roll, double pitch) {

        Vec3 of(Vec3 v) {
            Vec3 a = about(v.y(), v.z(), pitch, v.x(), 0);
            Vec3 b = about(a.z(), a.x(), roll, a.y(), 1);
            return about(b.x(), b.y(), yaw, b.z(), 2);
        }

        private static Vec3 about(double p, double q, double degrees, double kept, int axis) {
            double r = StrictMath.toRadians(degrees);
            double u = p * StrictMath.cos(r) - q * StrictMath.sin(r);
            double w = p * StrictMath.sin(r) + q * StrictMath.cos(r);
            return axis == 0 ? new Vec3(kept, u, w) : axis == 1 ? new Vec3(w, kept, u) : new Vec3(u, w, kept);
        }
    }
}

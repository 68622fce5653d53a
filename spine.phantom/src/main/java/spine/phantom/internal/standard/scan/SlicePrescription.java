package spine.phantom.internal.standard.scan;

import java.util.ArrayList;
import java.util.List;
import spine.api.image.Vec3;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.random.SessionRandom;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.standard.spine.Centreline;
import spine.phantom.internal.standard.spine.Spine;

/** Prescribes the stacks of a series over a spine, slightly oblique as technicians do. */
final class SlicePrescription {
    /** Millimetres. */
    private static final double SLID = 10;

    private SlicePrescription() {
    }

    /** At a later examination the same part of the spine, up to {@value #SLID} mm higher or lower, by slices of another place and tilt. */
    static List<Grid> of(Spine spine, Protocol protocol, SessionRandom session) {
        SeededRandom plan = session.lasting();
        SeededRandom random = session.passing();
        SpineRegion region = protocol.region();
        double top = spine.vertebra(region.first()).frame().centre().z()
                + (region.first() == 0 ? 32 + plan.uniform(8, 60) : plan.uniform(-15, 60));
        double bottom = spine.vertebra(region.last()).frame().centre().z()
                - (region.last() > Levels.S1 ? plan.uniform(0, 55) : plan.uniform(-15, 60));
        int count = protocol.stations();
        double overlap = count == 1 ? 0 : plan.uniform(30, 100);
        double height = (top - bottom + overlap * (count - 1)) / count;
        double room = plan.uniform(60, 150);
        double slid = session.first() ? 0 : random.uniform(-SLID, SLID);
        boolean askew = random.chance(0.15);
        double yaw = random.normal(0, askew ? 4 : 2.2);
        double roll = random.normal(0, askew ? 3 : 1.6);
        double pitch = random.chance(0.3) ? random.normal(0, 4) : 0;
        List<Grid> grids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double high = top + slid - i * (height - overlap);
            grids.add(station(spine, protocol, high, high - height, room, yaw + random.normal(0, count > 1 ? 1 : 0),
                    roll + random.normal(0, count > 1 ? 1 : 0), pitch, i == 0 ? new Vec3(0, 0, 0) : motion(random), random));
        }
        return grids;
    }

    private static Vec3 motion(SeededRandom random) {
        double size = random.chance(0.15) ? 3 : 0.8;
        return new Vec3(random.normal(0, size), random.normal(0, size), random.normal(0, size * 0.7));
    }

    private static Grid station(Spine spine, Protocol protocol, double high, double low, double room, double yaw, double roll,
            double pitch, Vec3 moved, SeededRandom random) {
        Centreline centreline = spine.centreline();
        double front = 1e9;
        double back = -1e9;
        double sideways = 0;
        double upwards = 0;
        double moment = 0;
        double spread = 0;
        int seen = 0;
        double half = (high + low) / 2;
        for (int n = 2; n < 2 * Levels.S1 + 5; n++) {
            double z = centreline.node(n, 2);
            if (z < high + 5 && z > low - 5) {
                front = Math.min(front, centreline.node(n, 1) - 18);
                back = Math.max(back, centreline.node(n, 1) + 45);
                sideways += centreline.node(n, 0);
                moment += centreline.node(n, 0) * (z - half);
                upwards += z - half;
                spread += (z - half) * (z - half);
                seen++;
            }
        }
        double count = Math.max(1, seen);
        double lean = spread > 0 ? (moment - sideways * upwards / count) / (spread - upwards * upwards / count) : 0;
        double along = roll + StrictMath.toDegrees(StrictMath.atan(lean));
        double wide = Math.max(back - front + room, (high - low) * random.uniform(0.34, 0.52)
                * (protocol.stations() == 1 && protocol.region() == SpineRegion.WHOLE ? 1 : 1.6));
        double share = random.uniform(0.45, 0.8);
        double middle = front - (wide - (back - front)) * share + wide / 2;
        Vec3 centre = new Vec3(sideways / count - lean * upwards / count + random.normal(0, 2.5), middle, (high + low) / 2);
        Vec3 alongRow = turned(new Vec3(0, 1, 0), yaw, along, pitch);
        Vec3 down = turned(new Vec3(0, 0, -1), yaw, along, pitch);
        int rows = even((high - low) / protocol.pixel());
        int columns = even(wide / protocol.pixel());
        return Grid.around(centre, alongRow, down, rows, columns, protocol.pixel(), protocol.slices(), protocol.pitch(),
                protocol.thickness(), moved);
    }

    private static int even(double pixels) {
        return 2 * (int) Math.rint(pixels / 2);
    }

    private static Vec3 turned(Vec3 v, double yaw, double roll, double pitch) {
        double k = StrictMath.toRadians(yaw);
        double r = StrictMath.toRadians(roll);
        double p = StrictMath.toRadians(pitch);
        Vec3 a = new Vec3(v.x(), v.y() * StrictMath.cos(p) - v.z() * StrictMath.sin(p),
                v.y() * StrictMath.sin(p) + v.z() * StrictMath.cos(p));
        Vec3 b = new Vec3(a.x() * StrictMath.cos(r) + a.z() * StrictMath.sin(r), a.y(),
                -a.x() * StrictMath.sin(r) + a.z() * StrictMath.cos(r));
        return new Vec3(b.x() * StrictMath.cos(k) - b.y() * StrictMath.sin(k), b.x() * StrictMath.sin(k) + b.y() * StrictMath.cos(k),
                b.z());
    }
}

package spine.phantom.internal.shift.receive;

import java.util.ArrayList;
import java.util.List;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.shift.spine.Spine;

/**
 * Sensitivity of an array of coil loops: two columns in the table, in some examinations others in front. That of a loop follows from the
 * field of a current loop on its axis (Biot-Savart law); the array is the root of the sum of squares. Computed on a coarse raster.
 * Immutable.
 */
final class CoilSensitivity {
    private static final int CELL = 12;
    private final int across;
    private final float[] coarse;

    CoilSensitivity(Spine spine, Grid grid, int margin, SeededRandom random) {
        List<double[]> loops = loops(spine, random);
        SlicePlane plane = grid.planes().get(grid.planes().size() / 2);
        across = grid.columns() / CELL + 2;
        int down = (grid.rows() + 2 * margin) / CELL + 2;
        coarse = new float[across * down];
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] = (float) sensitivity(loops, plane.toPatient(i % across * CELL, i / across * CELL - margin));
        }
        double at = 0;
        int counted = 0;
        for (double level = 2; level < 23; level += 0.5) {
            Vec3 canal = new Vec3(spine.centreline().line(level, 0), spine.centreline().line(level, 1), spine.centreline().line(level, 2));
            double row = plane.rowOf(canal) + margin;
            double column = plane.columnOf(canal);
            if (row > 0 && row < grid.rows() && column > 0 && column < grid.columns()) {
                at += at(row, column);
                counted++;
            }
        }
        float scale = (float) (counted == 0 ? 1 : counted / at);
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] *= scale;
        }
    }

    private static List<double[]> loops(Spine spine, SeededRandom random) {
        double radius = random.uniform(55, 80);
        double apart = radius * random.uniform(1.2, 1.7);
        double back = -1e9;
        for (double level = 0; level < 24; level += 0.5) {
            back = Math.max(back, spine.centreline().line(level, 1));
        }
        back += random.uniform(75, 105);
        double top = spine.centreline().line(-1, 2) + 60;
        double bottom = spine.centreline().line(24, 2) - 60;
        double phase = random.uniform(0, apart);
        boolean chest = random.chance(0.35);
        boolean neck = random.chance(0.6);
        List<double[]> loops = new ArrayList<>();
        for (double z = top - phase; z > bottom; z -= apart) {
            double gain = random.uniform(0.8, 1.2);
            for (int side = -1; side <= 1; side += 2) {
                loops.add(new double[] {side * radius * 0.8, back, z, radius, gain});
                if (chest && z < spine.centreline().line(7, 2)) {
                    loops.add(new double[] {side * radius, back - 260, z, radius * 1.2, gain * 0.7});
                }
            }
        }
        if (neck) {
            loops.add(new double[] {0, spine.centreline().line(3, 1) - 80, spine.centreline().line(3, 2), 70, random.uniform(0.7, 1.1)});
        }
        return loops;
    }

    private static double sensitivity(List<double[]> loops, Vec3 p) {
        double sum = 1e-6;
        for (double[] loop : loops) {
            double x = p.x() - loop[0];
            double y = p.y() - loop[1];
            double z = p.z() - loop[2];
            double r2 = loop[3] * loop[3];
            double far = r2 + y * y + 0.8 * (x * x + z * z);
            double field = loop[4] * r2 * loop[3] / (far * Math.sqrt(far));
            sum += field * field;
        }
        return Math.sqrt(sum);
    }

    /** Sensitivity at a pixel of the image with its margin; about 1 at the spine. */
    double at(double row, double column) {
        int r = (int) (row / CELL);
        int c = (int) (column / CELL);
        double v = row / CELL - r;
        double u = column / CELL - c;
        int i = r * across + c;
        return (coarse[i] * (1 - u) + coarse[i + 1] * u) * (1 - v) + (coarse[i + across] * (1 - u) + coarse[i + across + 1] * u) * v;
    }
}

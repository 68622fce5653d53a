package spine.anatomy.internal.geometry;

import java.util.Arrays;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.common.stats.OrderStatistics;

/** Patient positions of the pixels of one structure, in the order of slices. */
public final class PointCloud {
    /** Share of a uniform extent between the trimmed ends. */
    static final double UNTRIMMED = 0.94;
    /** Quantile at which an extent ends on either side. Origin: first version. */
    private static final double TRIMMED = 0.03;

    private int size;
    int[] slice = new int[256];
    double[] x = new double[256];
    double[] y = new double[256];
    double[] z = new double[256];
    private int onEdge;

    /** The points of every code of a code image; index is the code. */
    public static PointCloud[] byCode(SliceStack stack, byte[][] structures, int codes) {
        PointCloud[] sets = new PointCloud[codes];
        int columns = stack.columns();
        for (int s = 0; s < structures.length; s++) {
            SlicePlane plane = stack.slices().get(s).plane();
            for (int i = 0; i < structures[s].length; i++) {
                int code = structures[s][i];
                if (code != 0 && code < codes) {
                    if (sets[code] == null) {
                        sets[code] = new PointCloud();
                    }
                    int row = i / columns;
                    int column = i - row * columns;
                    boolean edge = row == 0 || row == stack.rows() - 1 || column == 0 || column == columns - 1;
                    sets[code].add(s, plane.toPatient(column, row), edge);
                }
            }
        }
        return sets;
    }

    private void add(int s, Vec3 point, boolean edge) {
        if (size == slice.length) {
            slice = Arrays.copyOf(slice, size * 2);
            x = Arrays.copyOf(x, size * 2);
            y = Arrays.copyOf(y, size * 2);
            z = Arrays.copyOf(z, size * 2);
        }
        slice[size] = s;
        x[size] = point.x();
        y[size] = point.y();
        z[size++] = point.z();
        onEdge += edge ? 1 : 0;
    }

    int size() {
        return size;
    }

    /** How many points lie on the border of their image. */
    int onEdge() {
        return onEdge;
    }

    Vec3 centroid() {
        double sx = 0;
        double sy = 0;
        double sz = 0;
        for (int i = 0; i < size; i++) {
            sx += x[i];
            sy += y[i];
            sz += z[i];
        }
        return new Vec3(sx / size, sy / size, sz / size);
    }

    /** Length from end to end in the direction, from quantiles, so that single points do not matter, mm. */
    double extent(Vec3 origin, Vec3 direction) {
        double[] h = new double[size];
        for (int i = 0; i < h.length; i++) {
            h[i] = (x[i] - origin.x()) * direction.x() + (y[i] - origin.y()) * direction.y() + (z[i] - origin.z()) * direction.z();
        }
        OrderStatistics along = new OrderStatistics(h, size);
        return (along.lower(1 - TRIMMED) - along.lower(TRIMMED)) / UNTRIMMED;
    }
}

package spine.anatomy.internal.classmap;

import java.util.Arrays;
import java.util.stream.IntStream;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;

/**
 * The pixels of bone and disc of one stack as points in the patient, in the order of slice and pixel; isolated pixels are left out
 * as noise. Immutable.
 */
public final class VoxelCloud {
    /** Neighbours of the same tissue, of four, that a pixel must have. Origin: first version. */
    private static final int LEAST_NEIGHBOURS = 2;

    private final int size;
    private final double voxelVolume;
    private final int[] slice;
    private final int[] pixel;
    private final byte[] tissue;
    private final float[] x;
    private final float[] y;
    private final float[] z;

    private VoxelCloud(int size, double voxelVolume) {
        this.size = size;
        this.voxelVolume = voxelVolume;
        slice = new int[size];
        pixel = new int[size];
        tissue = new byte[size];
        x = new float[size];
        y = new float[size];
        z = new float[size];
    }

    public static VoxelCloud of(TissueMap map) {
        int rows = map.stack().rows();
        int columns = map.stack().columns();
        int[][] pixels = Arrays.stream(map.tissue()).map(labels -> pixels(labels, rows, columns)).toArray(int[][]::new);
        VoxelCloud cloud = new VoxelCloud(Arrays.stream(pixels).mapToInt(ofSlice -> ofSlice.length).sum(), map.voxelVolume());
        int n = 0;
        for (int s = 0; s < pixels.length; s++) {
            byte[] labels = map.tissue()[s];
            SlicePlane plane = map.stack().slices().get(s).plane();
            Vec3 origin = plane.origin();
            Vec3 across = plane.alongRow().times(plane.columnSpacing());
            Vec3 down = plane.alongColumn().times(plane.rowSpacing());
            for (int i : pixels[s]) {
                int row = i / columns;
                int column = i - row * columns;
                cloud.slice[n] = s;
                cloud.pixel[n] = i;
                cloud.tissue[n] = labels[i];
                cloud.x[n] = (float) (origin.x() + across.x() * column + down.x() * row);
                cloud.y[n] = (float) (origin.y() + across.y() * column + down.y() * row);
                cloud.z[n] = (float) (origin.z() + across.z() * column + down.z() * row);
                n++;
            }
        }
        return cloud;
    }

    private static int[] pixels(byte[] labels, int rows, int columns) {
        IntStream.Builder pixels = IntStream.builder();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != TissueClass.NONE && labels[i] != TissueClass.CANAL && hasNeighbours(labels, i, rows, columns)) {
                pixels.add(i);
            }
        }
        return pixels.build().toArray();
    }

    private static boolean hasNeighbours(byte[] labels, int i, int rows, int columns) {
        byte tissue = labels[i];
        int column = i % columns;
        int same = 0;
        same += column > 0 && labels[i - 1] == tissue ? 1 : 0;
        same += column < columns - 1 && labels[i + 1] == tissue ? 1 : 0;
        same += i >= columns && labels[i - columns] == tissue ? 1 : 0;
        same += i < (rows - 1) * columns && labels[i + columns] == tissue ? 1 : 0;
        return same >= LEAST_NEIGHBOURS;
    }

    public int size() {
        return size;
    }

    /** Volume of one voxel, mm3. */
    public double voxelVolume() {
        return voxelVolume;
    }

    public int slice(int voxel) {
        return slice[voxel];
    }

    /** Index in the slice, {@code row * columns + column}. */
    public int pixel(int voxel) {
        return pixel[voxel];
    }

    /** Code of {@link TissueClass}. */
    public byte tissue(int voxel) {
        return tissue[voxel];
    }

    /** Patient mm, as {@link #y} and {@link #z}. */
    public float x(int voxel) {
        return x[voxel];
    }

    public float y(int voxel) {
        return y[voxel];
    }

    public float z(int voxel) {
        return z[voxel];
    }
}

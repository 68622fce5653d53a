package spine.phantom.internal.shift.raster;

import java.util.Arrays;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.api.model.ModelRole;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.VoxelSampling;
import spine.phantom.internal.shift.body.Patient;
import spine.phantom.internal.shift.body.TissueSample;
import spine.phantom.internal.shift.lesion.Lesions;
import spine.phantom.internal.shift.tissue.SignalModel;
import spine.phantom.internal.shift.tissue.Tissue;

/**
 * Looks at a subject on the voxels of a stack. Two looks are enough where they agree and no inflamed body is near; else all places of
 * {@link VoxelSampling} count, which are also the truth's. For one thread.
 */
public final class Rasteriser {
    private static final int FIRST = 1;
    private static final int OPPOSITE = 5;

    private final Lesions marks;
    private final Patient.Cursor cursor;
    private final WaterFatSignal blend;
    private final TissueSample spot = new TissueSample();
    private final int[] votes = new int[ModelRole.ANATOMY_CLASSES.size()];
    private final int[] seen = new int[VoxelSampling.FINE];
    private double water;
    private double fat;
    private double pulse;
    private int oedema;
    private int count;

    public Rasteriser(Patient subject, SignalModel pools) {
        marks = subject.marks();
        cursor = subject.new Cursor();
        blend = new WaterFatSignal(pools);
    }

    /** @param margin further rows above and below the grid; labels lie on the wider image too */
    public RasterisedSlice slice(Grid grid, int slice, int margin) {
        RasterisedSlice painting = new RasterisedSlice(grid.rows() + 2 * margin, grid.columns());
        SlicePlane plane = grid.planes().get(slice);
        Vec3 normal = plane.normal().times(grid.thickness());
        Vec3 along = plane.alongRow().times(plane.columnSpacing());
        Vec3 down = plane.alongColumn().times(plane.rowSpacing());
        for (int row = 0; row < painting.rows; row++) {
            Vec3 start = plane.toPatient(0, row - margin).minus(grid.moved());
            for (int column = 0; column < painting.columns; column++) {
                voxel(painting, row * painting.columns + column, start.plus(along.times(column)), along, down, normal);
            }
        }
        return painting;
    }

    private void voxel(RasterisedSlice out, int at, Vec3 p, Vec3 along, Vec3 down, Vec3 normal) {
        Arrays.fill(votes, 0);
        water = 0;
        fat = 0;
        pulse = 0;
        oedema = 0;
        count = 0;
        look(FIRST, p, along, down, normal);
        boolean near = cursor.nearSpine();
        Tissue first = spot.matter;
        int label = spot.label;
        if (near || first != Tissue.VOID) {
            look(OPPOSITE, p, along, down, normal);
        }
        if (near && (first != spot.matter || label != spot.label || struck())) {
            for (int i = 0; i < VoxelSampling.FINE; i++) {
                if (i != FIRST && i != OPPOSITE) {
                    look(i, p, along, down, normal);
                }
            }
        }
        out.water[at] = (float) (water / count);
        out.fat[at] = (float) (fat / count);
        out.pulse[at] = (float) (pulse / count);
        out.oedema[at] = (byte) (2 * oedema > count ? 1 : 0);
        out.level[at] = -1;
        label(out, at);
    }

    /** Whether a body beside the last point is inflamed. */
    private boolean struck() {
        int above = Math.max(0, Math.min(Levels.COUNT - 2, (int) Math.floor(cursor.level())));
        return marks.inflamed(above) || marks.inflamed(above + 1);
    }

    private void look(int index, Vec3 p, Vec3 along, Vec3 down, Vec3 normal) {
        double u = VoxelSampling.column(index);
        double v = VoxelSampling.row(index);
        double w = VoxelSampling.depth(index);
        cursor.look(p.x() + along.x() * u + down.x() * v + normal.x() * w, p.y() + along.y() * u + down.y() * v + normal.y() * w,
                p.z() + along.z() * u + down.z() * v + normal.z() * w, spot);
        blend.mix(spot);
        water += blend.water;
        fat += blend.fat;
        pulse += Patient.pulsates(spot.matter) ? blend.water : 0;
        oedema += spot.oedema ? 1 : 0;
        votes[spot.label]++;
        seen[count++] = spot.label == 0 ? -1 : spot.label * 64 + spot.level;
    }

    private void label(RasterisedSlice out, int at) {
        int best = 0;
        for (int i = 1; i < votes.length; i++) {
            if (votes[i] > votes[best] || votes[i] == votes[best] && best == 0) {
                best = i;
            }
        }
        if (votes[best] == 0 || best == 0) {
            return;
        }
        out.anatomy[at] = (byte) best;
        int most = 0;
        for (int i = 0; i < count; i++) {
            int same = 0;
            for (int j = 0; j < count; j++) {
                same += seen[j] == seen[i] ? 1 : 0;
            }
            if (seen[i] >> 6 == best && same > most) {
                most = same;
                out.level[at] = (byte) (seen[i] & 63);
            }
        }
    }
}

package spine.phantom.internal.shift.raster;

import java.util.Arrays;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.api.model.ModelRole;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.VoxelSampling;
import spine.phantom.internal.shift.body.Patient;
import spine.phantom.internal.shift.lesion.Lesions;
import spine.phantom.internal.shift.tissue.SignalModel;
import spine.phantom.internal.shift.tissue.Tissue;
import spine.phantom.internal.shift.tissue.TissueSample;

/**
 * Samples a patient on the voxels of a stack, without noise and artefacts. Two samples are taken where they agree and no inflamed body
 * is near; otherwise all those of {@link VoxelSampling}, as the truth does. For one thread.
 */
public final class Rasteriser {
    private static final int FIRST = 1;
    private static final int OPPOSITE = 5;

    private final Lesions lesions;
    private final int lowestPair;
    private final Patient.Probe probe;
    private final WaterFatSignal waterFat;
    private final TissueSample sample = new TissueSample();
    private final int[] votes = new int[ModelRole.ANATOMY_CLASSES.size()];
    private final int[] mimics = new int[LesionType.MIMICS.size() + 1];
    private final int[] seen = new int[VoxelSampling.FINE];
    private double water;
    private double fat;
    private double pulse;
    private int oedema;
    private int count;

    public Rasteriser(Patient patient, SignalModel signals) {
        lesions = patient.lesions();
        lowestPair = patient.spine().sequence().count() - 2;
        probe = patient.new Probe();
        waterFat = new WaterFatSignal(signals);
    }

    /**
     * Samples one slice of a grid.
     *
     * @param margin additional rows above and below the grid, which signals and labels include
     */
    public RasterisedSlice slice(Grid grid, int slice, int margin) {
        RasterisedSlice layers = new RasterisedSlice(grid.rows() + 2 * margin, grid.columns());
        SlicePlane plane = grid.planes().get(slice);
        Vec3 normal = plane.normal().times(grid.thickness());
        Vec3 along = plane.alongRow().times(plane.columnSpacing());
        Vec3 down = plane.alongColumn().times(plane.rowSpacing());
        for (int row = 0; row < layers.rows; row++) {
            Vec3 start = plane.toPatient(0, row - margin).minus(grid.moved());
            for (int column = 0; column < layers.columns; column++) {
                voxel(layers, row * layers.columns + column, start.plus(along.times(column)), along, down, normal);
            }
        }
        return layers;
    }

    private void voxel(RasterisedSlice out, int at, Vec3 p, Vec3 along, Vec3 down, Vec3 normal) {
        Arrays.fill(votes, 0);
        Arrays.fill(mimics, 0);
        water = 0;
        fat = 0;
        pulse = 0;
        oedema = 0;
        count = 0;
        sampleAt(FIRST, p, along, down, normal);
        boolean near = probe.nearSpine();
        Tissue first = sample.tissue;
        int label = sample.label;
        if (near || first != Tissue.VOID) {
            sampleAt(OPPOSITE, p, along, down, normal);
        }
        if (near && (first != sample.tissue || label != sample.label || nearInflammation())) {
            for (int i = 0; i < VoxelSampling.FINE; i++) {
                if (i != FIRST && i != OPPOSITE) {
                    sampleAt(i, p, along, down, normal);
                }
            }
        }
        out.water[at] = (float) (water / count);
        out.fat[at] = (float) (fat / count);
        out.pulse[at] = (float) (pulse / count);
        out.oedema[at] = (byte) (2 * oedema > count ? 1 : 0);
        out.mimic[at] = mimic();
        out.level[at] = -1;
        label(out, at);
    }

    /** Whether a body beside the last point is inflamed. */
    private boolean nearInflammation() {
        int above = Math.max(0, Math.min(lowestPair, (int) Math.floor(probe.level())));
        return lesions.inflamed(above) || lesions.inflamed(above + 1);
    }

    private void sampleAt(int index, Vec3 p, Vec3 along, Vec3 down, Vec3 normal) {
        double u = VoxelSampling.column(index);
        double v = VoxelSampling.row(index);
        double w = VoxelSampling.depth(index);
        probe.sample(p.x() + along.x() * u + down.x() * v + normal.x() * w, p.y() + along.y() * u + down.y() * v + normal.y() * w,
                p.z() + along.z() * u + down.z() * v + normal.z() * w, sample);
        waterFat.compute(sample);
        water += waterFat.water;
        fat += waterFat.fat;
        pulse += sample.tissue.pulsates() ? waterFat.water : 0;
        oedema += sample.oedema ? 1 : 0;
        votes[sample.label]++;
        mimics[sample.mimic]++;
        seen[count++] = sample.label == 0 ? -1 : sample.label * 64 + sample.level;
    }

    /** The mimic that most samples show. */
    private byte mimic() {
        byte most = 0;
        for (byte i = 1; i < mimics.length; i++) {
            most = 2 * mimics[i] > count ? i : most;
        }
        return most;
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

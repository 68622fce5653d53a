package spine.phantom.internal.standard.raster;

import java.util.Arrays;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.api.model.ModelRole;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.core.scan.Grid;
import spine.phantom.internal.core.scan.VoxelSampling;
import spine.phantom.internal.standard.body.MarrowFat;
import spine.phantom.internal.standard.body.Patient;
import spine.phantom.internal.standard.tissue.SignalModel;
import spine.phantom.internal.standard.tissue.Tissue;
import spine.phantom.internal.standard.tissue.TissueProbe;
import spine.phantom.internal.standard.tissue.TissueSample;

/** Samples a patient on the voxels of a stack, without noise and artefacts. For one thread. */
public final class Rasteriser {
    /** The two samples that are taken far from the spine. */
    private static final int FIRST = 1;
    private static final int OPPOSITE = 5;
    private final TissueProbe probe;
    private final WaterFatSignal waterFat;
    private final TissueTexture texture;
    private final TissueSample sample = new TissueSample();
    private final int[] votes = new int[ModelRole.ANATOMY_CLASSES.size()];
    private final int[] mimics = new int[LesionType.MIMICS.size() + 1];
    private final int[] levels = new int[VoxelSampling.FINE];

    public Rasteriser(Patient patient, SignalModel signals, TissueTexture texture) {
        this(patient.new Probe(), patient.marrow(), signals, texture);
    }

    /** Samples another body, whose bones have the marrow of a patient. */
    public Rasteriser(TissueProbe probe, MarrowFat marrow, SignalModel signals, TissueTexture texture) {
        this.probe = probe;
        this.waterFat = new WaterFatSignal(signals, marrow);
        this.texture = texture;
    }

    /** Samples one slice of a grid. */
    public RasterisedSlice slice(Grid grid, int slice) {
        RasterisedSlice layers = new RasterisedSlice(grid.rows() * grid.columns());
        SlicePlane plane = grid.planes().get(slice);
        Vec3 normal = plane.normal().times(grid.thickness());
        Vec3 along = plane.alongRow().times(plane.columnSpacing());
        Vec3 down = plane.alongColumn().times(plane.rowSpacing());
        for (int row = 0; row < grid.rows(); row++) {
            Vec3 start = plane.toPatient(0, row).minus(grid.moved());
            for (int column = 0; column < grid.columns(); column++) {
                double x = start.x() + along.x() * column;
                double y = start.y() + along.y() * column;
                double z = start.z() + along.z() * column;
                voxel(layers, row * grid.columns() + column, x, y, z, along, down, normal);
            }
        }
        return layers;
    }

    private void voxel(RasterisedSlice layers, int at, double x, double y, double z, Vec3 along, Vec3 down, Vec3 normal) {
        layers.level[at] = -1;
        sampleAt(FIRST, x, y, z, along, down, normal);
        boolean fine = probe.fine();
        if (!fine && sample.tissue == Tissue.AIR) {
            return;
        }
        double grain = texture.grain(x, y, z);
        double patch = texture.patch(x, y, z);
        int samples = fine ? VoxelSampling.FINE : 2;
        double water = 0;
        double fat = 0;
        int pulse = 0;
        int blood = 0;
        int oedema = 0;
        Arrays.fill(votes, 0);
        Arrays.fill(mimics, 0);
        for (int i = 0; i < samples; i++) {
            if (i > 0) {
                sampleAt(fine ? (FIRST + i) % VoxelSampling.FINE : OPPOSITE, x, y, z, along, down, normal);
            }
            waterFat.compute(sample, patch);
            water += waterFat.water;
            fat += waterFat.fat;
            votes[sample.label]++;
            levels[i] = sample.label == 0 ? -1 : sample.label * 64 + sample.level;
            pulse += sample.tissue == Tissue.CSF ? 1 : 0;
            blood += sample.tissue == Tissue.FLOWING_BLOOD || sample.tissue == Tissue.SLOW_BLOOD ? 1 : 0;
            oedema += sample.oedema ? 1 : 0;
            mimics[sample.mimic]++;
        }
        layers.water[at] = (float) (water / samples * grain);
        layers.fat[at] = (float) (fat / samples * (0.7 + 0.3 * grain));
        layers.pulse[at] = pulse / (float) samples;
        layers.blood[at] = blood / (float) samples;
        layers.oedema[at] = (byte) (2 * oedema > samples ? 1 : 0);
        layers.mimic[at] = mimic(samples);
        label(layers, at, samples);
    }

    private void sampleAt(int index, double x, double y, double z, Vec3 along, Vec3 down, Vec3 normal) {
        double u = VoxelSampling.column(index);
        double v = VoxelSampling.row(index);
        double w = VoxelSampling.depth(index);
        probe.sample(x + along.x() * u + down.x() * v + normal.x() * w, y + along.y() * u + down.y() * v + normal.y() * w,
                z + along.z() * u + down.z() * v + normal.z() * w, sample);
    }

    /** The mimic that most samples show. */
    private byte mimic(int samples) {
        byte most = 0;
        for (byte i = 1; i < mimics.length; i++) {
            most = 2 * mimics[i] > samples ? i : most;
        }
        return most;
    }

    private void label(RasterisedSlice layers, int at, int count) {
        int best = 0;
        for (int i = 1; i < votes.length; i++) {
            if (votes[i] > votes[best] || votes[i] == votes[best] && best == 0) {
                best = i;
            }
        }
        if (best == 0) {
            return;
        }
        layers.anatomy[at] = (byte) best;
        int most = 0;
        for (int i = 0; i < count; i++) {
            int same = 0;
            for (int j = 0; j < count; j++) {
                same += levels[j] == levels[i] ? 1 : 0;
            }
            if (levels[i] >> 6 == best && same > most) {
                most = same;
                layers.level[at] = (byte) (levels[i] & 63);
            }
        }
    }
}

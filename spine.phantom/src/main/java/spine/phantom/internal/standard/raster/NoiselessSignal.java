package spine.phantom.internal.standard.raster;

import spine.phantom.internal.core.geometry.AnatomyClasses;
import spine.phantom.internal.core.scan.FluidReference;
import spine.phantom.internal.core.scan.Signal;
import spine.phantom.internal.standard.body.Patient;
import spine.phantom.internal.standard.spine.Centreline;
import spine.phantom.internal.standard.tissue.SignalModel;
import spine.phantom.internal.standard.tissue.TissueSample;

/** MR signal of a patient with perfect fat suppression, without coil, noise and artefacts. For one thread. */
public final class NoiselessSignal implements Signal {
    private final Patient.Probe probe;
    private final WaterFatSignal waterFat;
    private final double fat;
    private final TissueSample sample = new TissueSample();
    private final Centreline centreline;

    public NoiselessSignal(Patient patient, SignalModel signals) {
        probe = patient.new Probe();
        waterFat = new WaterFatSignal(signals, patient.marrow());
        fat = signals.fatSignal(1);
        centreline = patient.spine().centreline();
    }

    @Override
    public double at(double x, double y, double z) {
        probe.sample(x, y, z, sample);
        waterFat.compute(sample, 0);
        return waterFat.water + waterFat.fat * fat;
    }

    @Override
    public double fluid(int unit) {
        return FluidReference.near(unit, this::line, this::inCanal);
    }

    private double line(double level, int coordinate) {
        double place = 2 + 2 * level;
        int node = (int) place;
        return centreline.node(node, coordinate) * (node + 1 - place) + centreline.node(node + 1, coordinate) * (place - node);
    }

    private double inCanal(double x, double y, double z) {
        probe.sample(x, y, z, sample);
        if (sample.label != AnatomyClasses.CANAL) {
            return Double.NaN;
        }
        waterFat.compute(sample, 0);
        return waterFat.water + waterFat.fat * fat;
    }
}

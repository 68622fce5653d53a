package spine.phantom.internal.shift.raster;

import spine.phantom.internal.core.geometry.AnatomyClasses;
import spine.phantom.internal.core.scan.FluidReference;
import spine.phantom.internal.core.scan.Signal;
import spine.phantom.internal.shift.body.Patient;
import spine.phantom.internal.shift.tissue.SignalModel;
import spine.phantom.internal.shift.tissue.TissueSample;

/** MR signal of a patient with perfect fat suppression, without coil, noise and artefacts. For one thread. */
public final class NoiselessSignal implements Signal {
    private final Patient patient;
    private final Patient.Probe probe;
    private final WaterFatSignal waterFat;
    private final double fat;
    private final TissueSample sample = new TissueSample();

    public NoiselessSignal(Patient patient, SignalModel signals) {
        this.patient = patient;
        probe = patient.new Probe();
        waterFat = new WaterFatSignal(signals);
        fat = signals.fatSignal(1);
    }

    @Override
    public double at(double x, double y, double z) {
        probe.sample(x, y, z, sample);
        waterFat.compute(sample);
        return waterFat.water + waterFat.fat * fat;
    }

    @Override
    public double fluid(int unit) {
        return FluidReference.near(unit, patient.spine().centreline()::line, this::inCanal);
    }

    private double inCanal(double x, double y, double z) {
        double signal = at(x, y, z);
        return sample.label == AnatomyClasses.CANAL ? signal : Double.NaN;
    }
}

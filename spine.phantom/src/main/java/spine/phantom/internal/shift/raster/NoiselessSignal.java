package spine.phantom.internal.shift.raster;

import spine.phantom.internal.core.geometry.AnatomyClasses;
import spine.phantom.internal.core.scan.FluidReference;
import spine.phantom.internal.core.scan.Signal;
import spine.phantom.internal.shift.body.Patient;
import spine.phantom.internal.shift.body.TissueSample;
import spine.phantom.internal.shift.tissue.SignalModel;

/** Signal of a subject without coil, noise and artefacts. For one thread. */
public final class NoiselessSignal implements Signal {
    private final Patient subject;
    private final Patient.Cursor cursor;
    private final WaterFatSignal blend;
    private final double fat;
    private final TissueSample spot = new TissueSample();

    public NoiselessSignal(Patient subject, SignalModel pools) {
        this.subject = subject;
        cursor = subject.new Cursor();
        blend = new WaterFatSignal(pools);
        fat = pools.fatSignal(1);
    }

    @Override
    public double at(double x, double y, double z) {
        cursor.look(x, y, z, spot);
        blend.mix(spot);
        return blend.water + blend.fat * fat;
    }

    @Override
    public double fluid(int unit) {
        return FluidReference.near(unit, subject.spine().course()::line, this::inCanal);
    }

    private double inCanal(double x, double y, double z) {
        double signal = at(x, y, z);
        return spot.label == AnatomyClasses.CANAL ? signal : Double.NaN;
    }
}

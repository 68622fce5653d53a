package spine.phantom.internal.shift.raster;

import spine.phantom.internal.core.geometry.AnatomyClasses;
import spine.phantom.internal.core.scan.FluidReference;
import spine.phantom.internal.core.scan.Signal;
import spine.phantom.internal.shift.body.Spot;
import spine.phantom.internal.shift.body.Subject;
import spine.phantom.internal.shift.tissue.Pools;

/** Signal of a subject without coil, noise and artefacts. For one thread. */
public final class ShiftSignal implements Signal {
    private final Subject subject;
    private final Subject.Cursor cursor;
    private final Blend blend;
    private final double fat;
    private final Spot spot = new Spot();

    public ShiftSignal(Subject subject, Pools pools) {
        this.subject = subject;
        cursor = subject.new Cursor();
        blend = new Blend(pools);
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

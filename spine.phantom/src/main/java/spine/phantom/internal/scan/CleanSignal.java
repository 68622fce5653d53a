package spine.phantom.internal.scan;

import spine.phantom.internal.body.Patient;
import spine.phantom.internal.body.Sample;
import spine.phantom.internal.spine.Curve;
import spine.phantom.internal.spine.Levels;
import spine.phantom.internal.tissue.SignalTable;

/** Signal of a patient without coil, noise or error of the fat null; still fluid is 1. For one thread. */
public final class CleanSignal implements Signal {
    private final Patient.Probe probe;
    private final Mixer mixer;
    private final double fat;
    private final Sample sample = new Sample();
    private final Curve curve;

    public CleanSignal(Patient patient, SignalTable signals) {
        probe = patient.new Probe();
        mixer = new Mixer(signals, patient.marrow());
        fat = signals.fatSignal(1);
        curve = patient.spine().curve();
    }

    @Override
    public double at(double x, double y, double z) {
        probe.sample(x, y, z, sample);
        mixer.mix(sample, 0);
        return mixer.water + mixer.fat * fat;
    }

    @Override
    public double fluid(int unit) {
        double[] found = new double[4096];
        int count = 0;
        int middle = 3 + 2 * unit;
        int last = Math.min(2 * Levels.S1 + 2, middle + 1);
        for (int node = middle - 1; node < last; node++) {
            for (int step = 0; step < 8; step++) {
                double t = step / 8.0;
                double x = between(node, 0, t);
                double y = between(node, 1, t);
                double z = between(node, 2, t);
                for (int side = -1; side <= 1; side++) {
                    for (double back = 4; back < 40 && count < found.length; back += 0.8) {
                        probe.sample(x + 2 * side, y + back, z, sample);
                        if (sample.label == Renderer.CANAL) {
                            mixer.mix(sample, 0);
                            found[count++] = Math.abs(mixer.water + mixer.fat * fat);
                        }
                    }
                }
            }
        }
        if (count == 0) {
            return 1;
        }
        java.util.Arrays.sort(found, 0, count);
        return found[(int) (0.9 * (count - 1))];
    }

    private double between(int node, int coordinate, double t) {
        return curve.node(node, coordinate) * (1 - t) + curve.node(node + 1, coordinate) * t;
    }
}

package spine.phantom.internal.shift.scan;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.random.SessionRandom;
import spine.phantom.internal.core.scan.SpinEchoSequence;
import spine.phantom.internal.shift.prior.ScanPriors;
import spine.phantom.internal.shift.tissue.SignalModel;

/**
 * Settings of a sagittal STIR examination.
 *
 * @param view the part of the spine
 * @param sequence TR, TE, TI
 * @param field tesla
 * @param fatT1 T1 of most of the fat, ms
 * @param pixel least in-plane pixel, mm
 * @param thickness slice thickness, mm
 * @param pitch distance between the centres of neighbouring slices, mm
 * @param slices slices per station
 * @param stations 1 to 3
 * @param together whether all stations are one series
 */
public record Protocol(FieldOfView view, SpinEchoSequence sequence, double field, double fatT1, double pixel, double thickness,
        double pitch, int slices, int stations, boolean together) {

    /** Draws the settings of an examination; at a later one of the same patient they are nearly those of the first. */
    public static Protocol draw(ScanPriors priors, SessionRandom session) {
        Protocol first = draw(priors, session.lasting());
        return session.first() ? first : first.repeated(session.passing());
    }

    /** The same scanner and protocol, as set months later: TR within 5 %, TE within 4 %, TI within 4 ms, a slice more or less. */
    private Protocol repeated(SeededRandom random) {
        SpinEchoSequence again = new SpinEchoSequence(10 * Math.rint(sequence.repetition() * random.uniform(0.95, 1.05) / 10),
                Math.rint(sequence.echo() * random.uniform(0.96, 1.04)), Math.rint(sequence.inversion() + random.uniform(-4, 4)));
        return new Protocol(view, again, field, fatT1, pixel, thickness, pitch, slices + random.between(-1, 1), stations, together);
    }

    private static Protocol draw(ScanPriors priors, SeededRandom random) {
        boolean low = random.chance(0.58);
        double ti = Math.rint(low ? random.uniform(132, 182) : random.uniform(188, 252));
        boolean late = random.chance(0.16);
        SpinEchoSequence sequence = new SpinEchoSequence(10 * Math.rint(random.uniform(280, 760)), Math.rint(late ? random.uniform(82, 96)
                : random.uniform(28, 78)), ti);
        double fatT1 = sequence.nulledT1() * priors.fatT1().draw(random);
        FieldOfView view = FieldOfView.draw(priors, random.child("region"));
        int most = 1 + random.weighted(3, 5, 2);
        int stations = view == FieldOfView.WHOLE ? most : 1;
        boolean coarse = stations == 1 && view != FieldOfView.LUMBAR;
        double pixel = Math.rint(1000 * (coarse ? random.uniform(0.72, 1.1) : random.uniform(0.45, 1))) / 1000;
        double thickness = random.between(6, 9) / 2.0;
        double pitch = Math.rint(10 * thickness * random.uniform(1, 1.2)) / 10;
        int slices = Math.max(11, Math.min(20, (int) Math.rint(random.uniform(46, 76) / pitch)));
        return new Protocol(view, sequence, low ? 1.5 : 3, fatT1, pixel, thickness, pitch, slices, stations,
                stations > 1 && random.chance(0.35));
    }

    /** Signals of all tissues under a sequence of this scanner. */
    public SignalModel signals(SpinEchoSequence other) {
        return new SignalModel(other, field, fatT1);
    }
}

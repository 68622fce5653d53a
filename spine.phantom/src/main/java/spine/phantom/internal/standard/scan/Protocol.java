package spine.phantom.internal.standard.scan;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.random.SessionRandom;
import spine.phantom.internal.core.scan.SpinEchoSequence;
import spine.phantom.internal.standard.tissue.SignalModel;
import spine.phantom.internal.standard.tissue.TissueVariation;

/**
 * Settings of a sagittal STIR examination: usual ones and, so that models do not come to rely on those, unusual ones.
 *
 * @param sequence TR, TE, TI
 * @param field tesla
 * @param fatT1 T1 of this patient's fat, ms: near the one that the sequence nulls, or far from it
 * @param pixel in-plane pixel, mm
 * @param thickness slice thickness, mm
 * @param pitch distance between the centres of neighbouring slices, mm
 * @param slices slices per station
 * @param stations 1 composed image, or 2 or 3 overlapping stations
 * @param region the part of the spine shown; all but the whole one in one station
 * @param manufacturer vendor
 * @param factors deviation of the tissues from their signals by T1, T2 and density
 */
public record Protocol(SpinEchoSequence sequence, double field, double fatT1, double pixel, double thickness, double pitch, int slices,
        int stations, SpineRegion region, String manufacturer, TissueVariation factors) {

    private static final String[] VENDORS = {"SIEMENS", "Philips Medical Systems", "GE MEDICAL SYSTEMS", "CANON_MEC"};
    private static final double VOXELS = 4.5e6;

    /** Draws the settings of an examination; at a later one of the same patient they are nearly those of the first. */
    public static Protocol draw(SessionRandom session) {
        Protocol first = draw(session.lasting());
        return session.first() ? first : first.repeated(session.passing());
    }

    /** The same scanner and protocol, as set months later: TR within 5 %, TE within 4 %, TI within 4 ms, a slice more or less. */
    private Protocol repeated(SeededRandom random) {
        SpinEchoSequence again = new SpinEchoSequence(Math.rint(sequence.repetition() * random.uniform(0.95, 1.05)),
                Math.rint(sequence.echo() * random.uniform(0.96, 1.04)), Math.rint(sequence.inversion() + random.uniform(-4, 4)));
        return new Protocol(again, field, fatT1, pixel, thickness, pitch, slices + random.between(-1, 1), stations, region, manufacturer,
                factors);
    }

    private static Protocol draw(SeededRandom random) {
        boolean high = random.chance(0.6);
        boolean unusual = random.chance(0.3);
        double ti = Math.rint(high ? random.uniform(unusual ? 140 : 195, unusual ? 280 : 255)
                : random.uniform(unusual ? 100 : 138, unusual ? 200 : 178));
        SpinEchoSequence sequence = new SpinEchoSequence(Math.rint(unusual ? random.uniform(1800, 7000)
                : random.uniform(high ? 3200 : 2500, 5500)),
                Math.rint(unusual ? random.uniform(25, 110) : random.uniform(35, 80)), ti);
        double ratio = random.chance(0.3) ? random.uniform(0.72, 1.25) : random.normal(0.97, 0.055);
        SpineRegion region = random.chance(0.15) ? SpineRegion.values()[random.between(1, 3)] : SpineRegion.WHOLE;
        double thickness = random.weighted(2, 5, 1) == 0 ? 3 : random.between(7, 10) / 2.0;
        double gap = Math.rint((random.chance(0.2) ? random.uniform(0.4, 1.5) : thickness * random.uniform(0, 0.12)) * 10) / 10;
        int stations = region == SpineRegion.WHOLE ? 1 + random.weighted(0.42, 0.48, 0.1) : 1;
        double pitch = thickness + gap;
        int slices = Math.max(9, Math.min(21, (int) Math.rint(random.normal(60, 10) / pitch)));
        double area = region != SpineRegion.WHOLE ? 270 * 250 : stations == 1 ? 640 * 290 : stations == 2 ? 2 * 350 * 280 : 3 * 260 * 220;
        double pixel = Math.max(random.uniform(region == SpineRegion.WHOLE ? 0.5 : 0.4, 1.3), StrictMath.sqrt(area * slices / VOXELS));
        return new Protocol(sequence, high ? 3 : 1.5, sequence.nulledT1() / ratio, Math.rint(pixel * 1000) / 1000, thickness, pitch, slices,
                stations, region, VENDORS[random.weighted(5, 4, 3, 1)], TissueVariation.draw(random.child("factors")));
    }

    /** Signals of all tissues under the STIR sequence. */
    public SignalModel signals() {
        return new SignalModel(sequence, field, fatT1, factors);
    }
}

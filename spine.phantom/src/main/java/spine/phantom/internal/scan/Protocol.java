package spine.phantom.internal.scan;

import spine.phantom.internal.random.Seeded;
import spine.phantom.internal.tissue.Sequence;
import spine.phantom.internal.tissue.SignalTable;

/**
 * How a STIR series is acquired, domain facts of sagittal whole-spine examinations.
 *
 * @param sequence TR, TE, TI
 * @param field tesla
 * @param fatT1 T1 of this patient's fat, ms: near the one that the sequence nulls
 * @param pixel in-plane pixel, mm
 * @param thickness slice thickness, mm
 * @param pitch distance of neighbouring slices, mm
 * @param slices slices per station
 * @param stations 1 composed image, or 2 or 3 overlapping stations
 * @param manufacturer vendor
 */
public record Protocol(Sequence sequence, double field, double fatT1, double pixel, double thickness, double pitch, int slices,
        int stations, String manufacturer) {

    private static final String[] VENDORS = {"SIEMENS", "Philips Medical Systems", "GE MEDICAL SYSTEMS", "CANON_MEC"};

    public static Protocol draw(Seeded random) {
        boolean high = random.chance(0.6);
        double ti = Math.rint(high ? random.uniform(195, 255) : random.uniform(138, 178));
        Sequence sequence = new Sequence(Math.rint(random.uniform(high ? 3200 : 2500, high ? 5500 : 5000)),
                Math.rint(random.uniform(38, high ? 80 : 70)), ti);
        double fatT1 = sequence.nulledT1() / Math.max(0.82, Math.min(1.12, random.normal(0.97, 0.055)));
        double thickness = random.weighted(1, 2) == 0 ? 3 : random.between(7, 8) / 2.0;
        double gap = Math.rint(thickness * random.uniform(0, 0.12) * 10) / 10;
        int stations = 1 + random.weighted(0.42, 0.5, 0.08);
        double pixel = Math.rint(random.uniform(stations == 1 ? 0.7 : 0.6, 1.1) * 1000) / 1000;
        double pitch = thickness + gap;
        int slices = Math.max(13, Math.min(22, (int) Math.rint(random.normal(62, 8) / pitch)));
        return new Protocol(sequence, high ? 3 : 1.5, fatT1, pixel, thickness, pitch, slices, stations,
                VENDORS[random.weighted(5, 4, 3, 1)]);
    }

    public SignalTable signals() {
        return new SignalTable(sequence, field, fatT1);
    }
}

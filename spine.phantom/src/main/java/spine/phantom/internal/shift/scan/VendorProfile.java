package spine.phantom.internal.shift.scan;

import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.core.random.SessionRandom;

/**
 * Conventions of a vendor and its operators for pixels and headers.
 *
 * @param manufacturer name of the vendor
 * @param model name of the scanner
 * @param description series description of the STIR series, which the number of a station follows
 * @param bits bits stored, 12 or 16
 * @param slope rescale slope
 * @param intercept rescale intercept
 * @param reversed whether images are numbered against the order of the slices
 * @param namesInversion whether the header states the inversion time
 * @param brightness stored value of still CSF
 */
public record VendorProfile(String manufacturer, String model, String description, int bits, double slope, double intercept,
        boolean reversed,
        boolean namesInversion, double brightness) {

    private static final String[][] VENDORS = {{"UIH", "uMR 790"}, {"Siemens Healthineers", "MAGNETOM Sola"},
            {"Philips", "Ingenia Ambition X"},
        {"TOSHIBA_MEC", "Titan"}, {"FUJIFILM Healthcare Corporation", "ECHELON Synergy"}, {"Neusoft Medical Systems", "NMR-Symphony"}};
    private static final String[] WORDS = {"t2_tirm_sag", "Sag STIR FSE", "STIR_longTE", "sag stir fs ws", "tirm_sag_p2_384",
        "WS Sag T2 STIR", "IR-FSE sag", "sSTIR SENSE", "t2_fse_stir_sag_trk"};
    private static final double[] SLOPES = {1, 0.5, 2.442, 0.8137, 1.75, 0.366};

    /** Draws the conventions of an examination; at a later one on the same scanner only the brightness is another, by a fifth at most. */
    public static VendorProfile draw(SessionRandom session) {
        VendorProfile first = draw(session.lasting());
        return session.first() ? first : first.brighter(session.passing().uniform(0.8, 1.2));
    }

    private VendorProfile brighter(double factor) {
        return new VendorProfile(manufacturer, model, description, bits, slope, intercept, reversed, namesInversion, brightness * factor);
    }

    private static VendorProfile draw(SeededRandom random) {
        String[] vendor = VENDORS[random.between(0, VENDORS.length - 1)];
        int bits = random.chance(0.6) ? 12 : 16;
        boolean rescales = random.chance(0.5);
        double slope = rescales ? SLOPES[random.between(0, SLOPES.length - 1)] : 1;
        double intercept = rescales && random.chance(0.4) ? -slope * random.between(4, 60) : 0;
        double brightness = bits == 12 ? random.uniform(350, 1100) : random.uniform(400, 9000);
        return new VendorProfile(vendor[0], vendor[1], WORDS[random.between(0, WORDS.length - 1)], bits, slope, intercept,
                random.chance(0.5), random.chance(0.75), brightness);
    }

    /**
     * The value that a reader obtains for a magnitude: stored as a whole number and rescaled.
     *
     * @param magnitude in units of the signal of still CSF
     */
    public float value(double magnitude) {
        double stored = Math.rint(magnitude * brightness - intercept / slope);
        return (float) (slope * Math.max(0, Math.min((1 << bits) - 1, stored)) + intercept);
    }

    /** The stored number of a value. */
    public int stored(float value) {
        return (int) Math.rint((value - intercept) / slope);
    }
}

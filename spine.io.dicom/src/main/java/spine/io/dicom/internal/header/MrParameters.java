package spine.io.dicom.internal.header;

import java.util.ArrayList;
import java.util.List;
import spine.api.image.Acquisition;
import spine.dicom.Tag;

/**
 * What the header says about how the contrast came about. Unknown numbers are NaN, unknown words empty lists.
 *
 * @param scanningSequence SE, IR, GR, EP, RM (PS3.3 C.8.3.1); made from the attributes of enhanced images where they have others
 * @param scanOptions FS for fat saturation, and others
 */
public record MrParameters(List<String> scanningSequence, List<String> scanOptions, double repetitionTimeMs, double echoTimeMs,
        double inversionTimeMs, double fieldStrengthTesla, double sliceThicknessMm, String manufacturer) {
    private static final double HIGHEST_TESLA = 100;
    private static final double GAUSS_PER_TESLA = 10_000;
    private static final double PROTON_MHZ_PER_TESLA = 42.577;

    /** Of enhanced images (PS3.3 C.8.13). */
    private static final int INVERSION_RECOVERY = 0x00189009;
    private static final int ECHO_PULSE_SEQUENCE = 0x00189008;
    private static final int SPECTRALLY_SELECTED_SUPPRESSION = 0x00189025;
    private static final int INVERSION_TIMES = 0x00189079;
    private static final int EFFECTIVE_ECHO_TIME = 0x00189082;
    private static final int TRANSMITTER_FREQUENCY = 0x00189098;
    private static final int ACQUISITION_CONTRAST = 0x00089209;

    static MrParameters of(FrameAttributes image) {
        return new MrParameters(scanningSequence(image), scanOptions(image), positive(image, Tag.RepetitionTime),
                either(image, EFFECTIVE_ECHO_TIME, Tag.EchoTime), either(image, INVERSION_TIMES, Tag.InversionTime),
                fieldStrength(image), positive(image, Tag.SliceThickness), image.text(Tag.Manufacturer));
    }

    public Acquisition acquisition() {
        return new Acquisition(repetitionTimeMs, echoTimeMs, inversionTimeMs, fieldStrengthTesla, sliceThicknessMm,
                manufacturer);
    }

    boolean invertsByName() {
        return scanningSequence.contains("IR");
    }

    boolean saturatesFat() {
        return scanOptions.contains("FS");
    }

    /** RM means research mode and says nothing. */
    boolean namesSequence() {
        return scanningSequence.stream().anyMatch(word -> !word.isEmpty() && !word.equals("RM"));
    }

    private static List<String> scanningSequence(FrameAttributes image) {
        List<String> classic = image.texts(Tag.ScanningSequence);
        if (!classic.isEmpty()) {
            return classic;
        }
        List<String> words = new ArrayList<>();
        switch (image.text(ECHO_PULSE_SEQUENCE)) {
            case "SPIN" -> words.add("SE");
            case "GRADIENT" -> words.add("GR");
            case "BOTH" -> words.addAll(List.of("SE", "GR"));
            default -> { }
        }
        if (image.text(INVERSION_RECOVERY).equals("YES") || image.text(ACQUISITION_CONTRAST).equals("STIR")) {
            words.add("IR");
        }
        return words;
    }

    private static List<String> scanOptions(FrameAttributes image) {
        List<String> classic = image.texts(Tag.ScanOptions);
        boolean suppressed = image.text(SPECTRALLY_SELECTED_SUPPRESSION).contains("FAT");
        return classic.isEmpty() && suppressed ? List.of("FS") : classic;
    }

    private static double either(FrameAttributes image, int enhanced, int classic) {
        double value = positive(image, enhanced);
        return Double.isNaN(value) ? positive(image, classic) : value;
    }

    /** Scanners write 0 where there is no such time. */
    private static double positive(FrameAttributes image, int tag) {
        double value = image.number(tag);
        return value > 0 && Double.isFinite(value) ? value : Double.NaN;
    }

    /** Some files give gauss, some only the frequency of the protons. */
    private static double fieldStrength(FrameAttributes image) {
        double value = positive(image, Tag.MagneticFieldStrength);
        if (Double.isNaN(value)) {
            return either(image, TRANSMITTER_FREQUENCY, Tag.ImagingFrequency) / PROTON_MHZ_PER_TESLA;
        }
        return value > HIGHEST_TESLA ? value / GAUSS_PER_TESLA : value;
    }
}

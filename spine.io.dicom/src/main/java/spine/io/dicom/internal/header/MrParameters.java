package spine.io.dicom.internal.header;

import java.util.List;
import spine.api.image.Acquisition;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/**
 * What the header says about how the contrast came about. Unknown numbers are NaN, unknown words empty lists.
 *
 * @param scanningSequence SE, IR, GR, EP, RM (PS3.3 C.8.3.1)
 * @param scanOptions FS for fat saturation, and others
 */
public record MrParameters(List<String> scanningSequence, List<String> scanOptions, double repetitionTimeMs, double echoTimeMs,
        double inversionTimeMs, double fieldStrengthTesla, double sliceThicknessMm, String manufacturer) {
    private static final double HIGHEST_TESLA = 100;
    private static final double GAUSS_PER_TESLA = 10_000;
    private static final double PROTON_MHZ_PER_TESLA = 42.577;

    static MrParameters of(DicomObject header) {
        return new MrParameters(header.texts(Tag.ScanningSequence), header.texts(Tag.ScanOptions),
                positive(header, Tag.RepetitionTime), positive(header, Tag.EchoTime), positive(header, Tag.InversionTime),
                fieldStrength(header), positive(header, Tag.SliceThickness), header.text(Tag.Manufacturer));
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

    /** Scanners write 0 where there is no such time. */
    private static double positive(DicomObject header, int tag) {
        double value = header.number(tag);
        return value > 0 && Double.isFinite(value) ? value : Double.NaN;
    }

    /** Some files give gauss, some only the frequency of the protons. */
    private static double fieldStrength(DicomObject header) {
        double value = positive(header, Tag.MagneticFieldStrength);
        if (Double.isNaN(value)) {
            return positive(header, Tag.ImagingFrequency) / PROTON_MHZ_PER_TESLA;
        }
        return value > HIGHEST_TESLA ? value / GAUSS_PER_TESLA : value;
    }
}

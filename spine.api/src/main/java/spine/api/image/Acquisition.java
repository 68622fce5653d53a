package spine.api.image;

import java.util.Objects;

/**
 * How a stack was acquired. An unknown number is NaN, an unknown word is empty.
 *
 * @param repetitionTimeMs TR, ms
 * @param echoTimeMs TE, ms
 * @param inversionTimeMs TI, ms
 * @param fieldStrengthTesla magnetic field strength, T
 * @param sliceThicknessMm nominal slice thickness, mm
 * @param manufacturer vendor of the scanner
 */
public record Acquisition(double repetitionTimeMs, double echoTimeMs, double inversionTimeMs, double fieldStrengthTesla,
        double sliceThicknessMm, String manufacturer) {

    public Acquisition {
        Objects.requireNonNull(manufacturer, "manufacturer");
    }
}

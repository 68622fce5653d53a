package spine.io.dicom.internal.header;

import spine.dicom.Tag;

/**
 * From stored values to those of an image: slope × stored + intercept (PS3.3 C.11.1.1.2).
 *
 * @param slope 1 if the header has none that can be used
 * @param intercept 0 if the header has none
 */
public record Rescaling(double slope, double intercept) {

    static Rescaling of(FrameAttributes image) {
        double slope = image.number(Tag.RescaleSlope);
        double intercept = image.number(Tag.RescaleIntercept);
        return new Rescaling(Double.isFinite(slope) && slope != 0 ? slope : 1, Double.isFinite(intercept) ? intercept : 0);
    }
}

package spine.dicomweb.internal.render;

import java.util.Locale;
import java.util.Optional;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicomweb.internal.http.HttpFailure;

/**
 * From grey values to brightness (PS3.3 C.11.2.1).
 *
 * @param centre of the window
 * @param width at least 1 for the linear function, above 0 for the others
 * @param function how the values between both ends are spread
 */
record Window(double centre, double width, Function function) {
    private static final int SHARED_GROUPS = 0x52009229;
    private static final int PER_FRAME_GROUPS = 0x52009230;
    private static final int FRAME_VOI_LUT = 0x00289132;
    private static final int VOI_LUT_FUNCTION = 0x00281056;

    /** PS3.3 C.11.2.1.2 and C.11.2.1.3. */
    enum Function {
        LINEAR, LINEAR_EXACT, SIGMOID;

        static Function of(String term) {
            return switch (term.strip().toUpperCase(Locale.ROOT).replace('-', '_')) {
                case "LINEAR_EXACT" -> LINEAR_EXACT;
                case "SIGMOID" -> SIGMOID;
                default -> LINEAR;
            };
        }
    }

    /** The parameter {@code window} of a request: centre, width and function, with commas (PS3.18 8.3.5.1.4). */
    static Window parse(String text) throws HttpFailure {
        String[] words = text.split(",", -1);
        try {
            if (words.length == 3 && words[2].strip().toLowerCase(Locale.ROOT).matches("linear|linear-exact|sigmoid")) {
                Optional<Window> window = of(Double.parseDouble(words[0]), Double.parseDouble(words[1]), Function.of(words[2]));
                if (window.isPresent()) {
                    return window.get();
                }
            }
        } catch (NumberFormatException noNumber) {
            // Said below.
        }
        throw new HttpFailure(HttpFailure.BAD_REQUEST, "A window is a centre, a width and one of linear, linear-exact and sigmoid, with "
                + "commas between them.");
    }

    /** The first window that the header has of a frame; empty if none makes sense, or its grey values are not those that it means. */
    static Optional<Window> of(DicomObject header, int frame) {
        if (header.text(Tag.PhotometricInterpretation).equals("MONOCHROME1")) {
            return Optional.empty();
        }
        DicomObject holder = group(header, PER_FRAME_GROUPS, frame).or(() -> group(header, SHARED_GROUPS, 0)).orElse(header);
        return of(holder.number(Tag.WindowCenter), holder.number(Tag.WindowWidth), Function.of(holder.text(VOI_LUT_FUNCTION)));
    }

    /** From the smallest value to the largest. */
    static Window of(float[] values) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return new Window((least + most) / 2, Math.max(1e-6, most - least), Function.LINEAR_EXACT);
    }

    /** 0 for black to 255 for white. */
    int brightness(double value) {
        double share = switch (function) {
            case LINEAR -> width <= 1 ? (value > centre - 0.5 ? 1 : 0) : (value - (centre - 0.5)) / (width - 1) + 0.5;
            case LINEAR_EXACT -> (value - centre) / width + 0.5;
            case SIGMOID -> 1 / (1 + Math.exp(-4 * (value - centre) / width));
        };
        return (int) Math.round(255 * Math.max(0, Math.min(1, share)));
    }

    private static Optional<Window> of(double centre, double width, Function function) {
        boolean usable = Double.isFinite(centre) && Double.isFinite(width) && (function == Function.LINEAR ? width >= 1 : width > 0);
        return usable ? Optional.of(new Window(centre, width, function)) : Optional.empty();
    }

    private static Optional<DicomObject> group(DicomObject header, int groups, int index) {
        return header.items(groups).stream().skip(index).limit(1).flatMap(group -> group.items(FRAME_VOI_LUT).stream()).findFirst();
    }
}

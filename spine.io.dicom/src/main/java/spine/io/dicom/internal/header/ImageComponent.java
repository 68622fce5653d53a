package spine.io.dicom.internal.header;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which part of the complex signal an image shows (PS3.3 C.8.3.1.1.1 and C.8.13.3.1.1). */
public enum ImageComponent {
    /** Also what does not say. The order is that of {@link GeRawDataType}. */
    MAGNITUDE, PHASE, REAL, IMAGINARY;

    /**
     * @param named ComplexImageComponent (0008,9208), empty if absent
     * @param imageType ImageType or FrameType in upper case; vendors put the component into its third value or later, as
     *     {@code P}, {@code P_SE} or {@code PHASE MAP}
     * @return empty if none of them says
     */
    static Optional<ImageComponent> of(String named, List<String> imageType) {
        for (ImageComponent component : values()) {
            if (component.name().equals(named.toUpperCase(Locale.ROOT))) {
                return Optional.of(component);
            }
        }
        for (String word : imageType.subList(Math.min(2, imageType.size()), imageType.size())) {
            ImageComponent component = ofWord(word);
            if (component != null) {
                return Optional.of(component);
            }
        }
        return Optional.empty();
    }

    private static ImageComponent ofWord(String word) {
        return switch (word.replaceFirst("[_ ].*", "")) {
            case "M", "MAGNITUDE" -> MAGNITUDE;
            case "P", "PHASE" -> PHASE;
            case "R", "REAL" -> REAL;
            case "I", "IMAGINARY" -> IMAGINARY;
            default -> null;
        };
    }

    /** As it follows "it shows the". */
    public String word() {
        return this == REAL || this == IMAGINARY ? name().toLowerCase(Locale.ROOT) + " part" : name().toLowerCase(Locale.ROOT);
    }
}

package spine.deidentify.internal.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;

/** The private attributes that are kept. Immutable. */
public final class SafePrivateAttributes {
    private static final String WHOLE_NUMBERS = "[0-9+\\-\\\\ ]*";
    /** Elements 10 to FF of a private group name the creators of its blocks (PS3.5 7.8.1). */
    private static final int FIRST_CREATOR = 0x10;
    private static final int LAST_CREATOR = 0xff;
    private static final int SINGLE = 4;
    private static final int DOUBLE = 8;

    private final Map<String, String> representations = new HashMap<>();

    public SafePrivateAttributes() {
        try (InputStream in = SafePrivateAttributes.class.getResourceAsStream("safe-private.csv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            lines.lines().filter(line -> line.matches("[0-9A-F]{4},.*")).map(line -> line.split(",", 4))
                    .forEach(cells -> representations.put(cells[0] + cells[1] + cells[3], cells[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param element a private one
     * @param in the data set or item it is an element of
     * @return the element as it is to be kept, with its own representation; empty if it is not
     */
    public Optional<DicomElement> kept(DicomElement element, DicomObject in) {
        int number = element.tag() & 0xffff;
        if (number >= FIRST_CREATOR && number <= LAST_CREATOR) {
            return in.elements().stream().anyMatch(other -> creator(other.tag()) == element.tag() && attribute(other, in).isPresent())
                    ? Optional.of(element) : Optional.empty();
        }
        return attribute(element, in);
    }

    private Optional<DicomElement> attribute(DicomElement element, DicomObject in) {
        if ((element.tag() >>> 16 & 1) == 0) {
            return Optional.empty();
        }
        String creator = in.text(creator(element.tag()));
        String vr = representations.get(String.format("%04X%02X%s", element.tag() >>> 16, element.tag() & 0xff, creator));
        if (vr == null) {
            return Optional.empty();
        }
        if (vr.equals("SQ")) {
            return element.items() == null ? Optional.empty() : Optional.of(element);
        }
        if (element.bytes() == null || !List.of(vr, "UN").contains(element.vr())) {
            return Optional.empty();
        }
        return isNumber(vr, element.bytes()) ? Optional.of(DicomElement.of(element.tag(), vr, element.bytes())) : Optional.empty();
    }

    private static boolean isNumber(String vr, byte[] value) {
        return switch (vr) {
            case "FL" -> value.length % SINGLE == 0;
            case "FD" -> value.length % DOUBLE == 0;
            default -> new String(value, StandardCharsets.ISO_8859_1).matches(WHOLE_NUMBERS);
        };
    }

    /** The tag that names the creator of the block of an attribute; 0 if the attribute is in none. */
    private static int creator(int tag) {
        int block = tag >>> 8 & 0xff;
        return block < FIRST_CREATOR ? 0 : tag & 0xffff0000 | block;
    }
}

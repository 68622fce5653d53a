package spine.io.dicomweb.json;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;

/** The value of one element while it is read, when its representation may not be known yet. */
final class ElementValue {
    private final List<String> words = new ArrayList<>();
    private final List<DicomObject> items = new ArrayList<>();
    private byte[] binary = {};

    void word(String word) {
        words.add(word);
    }

    void item(DicomObject item) {
        items.add(item);
    }

    void binary(byte[] bytes) {
        binary = bytes;
    }

    /** @param groups alphabetic, ideographic, phonetic; null where there is none */
    void name(String[] groups) {
        String name = Arrays.stream(groups).map(group -> Objects.requireNonNullElse(group, "")).collect(Collectors.joining("="));
        words.add(name.replaceFirst("=+$", ""));
    }

    /** @throws NumberFormatException if a word is no number where there must be one */
    DicomElement element(int tag, String vr) {
        if (vr.equals("SQ")) {
            return DicomElement.sequence(tag, items);
        }
        if (ValueWriter.isBinary(vr)) {
            return DicomElement.of(tag, vr, Arrays.copyOf(binary, binary.length + (binary.length & 1)));
        }
        return switch (vr) {
            case "AT", "US", "SS", "UL", "SL", "UV", "SV", "FL", "FD" -> DicomElement.of(tag, vr, numbers(vr));
            default -> new DicomObject().text(tag, vr, words.toArray(String[]::new)).element(tag).orElseThrow();
        };
    }

    private byte[] numbers(String vr) {
        ByteBuffer buffer = ByteBuffer.allocate(words.size() * ValueWriter.sizeOf(vr)).order(ByteOrder.LITTLE_ENDIAN);
        for (String word : words) {
            switch (vr) {
                case "AT" -> {
                    int value = Integer.parseUnsignedInt(word, 16);
                    buffer.putShort((short) (value >>> 16)).putShort((short) value);
                }
                case "US", "SS" -> buffer.putShort((short) Integer.parseInt(word));
                case "UL", "SL" -> buffer.putInt((int) Long.parseLong(word));
                case "UV" -> buffer.putLong(Long.parseUnsignedLong(word));
                case "SV" -> buffer.putLong(Long.parseLong(word));
                case "FL" -> buffer.putFloat(Float.parseFloat(word));
                default -> buffer.putDouble(Double.parseDouble(word));
            }
        }
        return buffer.array();
    }
}

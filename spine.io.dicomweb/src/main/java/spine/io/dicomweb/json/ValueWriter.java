package spine.io.dicomweb.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import spine.dicom.DicomElement;

/** The values of one element that is neither a sequence nor binary (PS3.18 table F.2.3-1). */
final class ValueWriter {
    /** A decimal string as PS3.5 6.2 has it, and so no longer than a number that JSON readers take. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d{1,32}\\.?\\d{0,32}|\\.\\d{1,32})([Ee][+-]?\\d{1,3})?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,12}");

    private final JsonGenerator json;

    ValueWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Whether values of the representation are bytes or words of which nobody knows what they mean. */
    static boolean isBinary(String vr) {
        return switch (vr) {
            case "AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT", "PN", "SH", "SL", "SS", "ST", "SV", "TM", "UC",
                    "UI", "UL", "UR", "US", "UT", "UV" -> false;
            default -> true;
        };
    }

    /** An element without a value has no member for one (PS3.18 F.2.5). */
    void write(DicomElement element) throws IOException {
        byte[] bytes = element.bytes();
        if (bytes == null || bytes.length == 0) {
            return;
        }
        switch (element.vr()) {
            case "AT", "US", "SS", "UL", "SL", "UV", "SV", "FL", "FD" -> numbers(element.vr(), bytes);
            case "LT", "ST", "UT", "UR" -> texts(element.vr(), List.of(text(bytes)));
            default -> texts(element.vr(), List.of(text(bytes).split("\\\\", -1)));
        }
    }

    /** Blanks at the end count for nothing in any representation, nor does the NUL that fills up a UID (PS3.5 6.2). */
    private static String text(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && (bytes[length - 1] == ' ' || bytes[length - 1] == 0)) {
            length--;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private void texts(String vr, List<String> values) throws IOException {
        if (values.stream().allMatch(String::isBlank)) {
            return;
        }
        json.writeArrayFieldStart(Words.VALUE);
        for (String value : values) {
            text(vr, vr.equals("LT") || vr.equals("ST") || vr.equals("UT") ? value : value.strip());
        }
        json.writeEndArray();
    }

    private void text(String vr, String value) throws IOException {
        if (value.isEmpty()) {
            json.writeNull();
        } else if (vr.equals("PN")) {
            name(value);
        } else if (vr.equals("DS") && DECIMAL.matcher(value).matches()) {
            json.writeNumber(new BigDecimal(value));
        } else if (vr.equals("IS") && INTEGER.matcher(value).matches()) {
            json.writeNumber(Long.parseLong(value));
        } else {
            json.writeString(value);
        }
    }

    private void name(String value) throws IOException {
        String[] groups = value.split("=", Words.NAME_GROUPS.length);
        json.writeStartObject();
        for (int i = 0; i < groups.length; i++) {
            if (!groups[i].isBlank()) {
                json.writeStringField(Words.NAME_GROUPS[i], groups[i].strip());
            }
        }
        json.writeEndObject();
    }

    private void numbers(String vr, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int size = sizeOf(vr);
        if (bytes.length < size) {
            return;
        }
        json.writeArrayFieldStart(Words.VALUE);
        while (buffer.remaining() >= size) {
            switch (vr) {
                case "AT" -> json.writeString(String.format("%04X%04X", buffer.getShort(), buffer.getShort()));
                case "US" -> json.writeNumber(Short.toUnsignedInt(buffer.getShort()));
                case "SS" -> json.writeNumber(buffer.getShort());
                case "UL" -> json.writeNumber(Integer.toUnsignedLong(buffer.getInt()));
                case "SL" -> json.writeNumber(buffer.getInt());
                case "UV" -> json.writeNumber(Long.toUnsignedString(buffer.getLong()));
                case "SV" -> json.writeNumber(buffer.getLong());
                case "FL" -> single(buffer.getFloat());
                default -> real(buffer.getDouble());
            }
        }
        json.writeEndArray();
    }

    private void single(float value) throws IOException {
        if (Float.isFinite(value)) {
            json.writeNumber(value);
        } else {
            real(value);
        }
    }

    private void real(double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeString(Double.toString(value));
        }
    }

    /** Bytes of one value of a binary number (PS3.5 table 6.2-1). */
    static int sizeOf(String vr) {
        return switch (vr) {
            case "US", "SS" -> Short.BYTES;
            case "AT", "UL", "SL", "FL" -> Integer.BYTES;
            default -> Long.BYTES;
        };
    }
}

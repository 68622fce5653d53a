package spine.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A data set in memory: elements by ascending tag. Setters replace. Not safe for writing by several threads.
 *
 * <p>Text is decoded as UTF-8 unless the codec stored it so: a codec converts text values (SH, LO, ST, LT, UC, UT, PN)
 * to UTF-8 while reading and sets SpecificCharacterSet (0008,0005) to {@code ISO_IR 192}.
 */
public final class DicomObject {
    private final TreeMap<Integer, DicomElement> elements = new TreeMap<>(Integer::compareUnsigned);

    /** All elements by ascending tag; read only. */
    public Collection<DicomElement> elements() {
        return Collections.unmodifiableCollection(elements.values());
    }

    public Optional<DicomElement> element(int tag) {
        return Optional.ofNullable(elements.get(tag));
    }

    public DicomObject put(DicomElement element) {
        elements.put(element.tag(), element);
        return this;
    }

    /** Takes the element out, if it is there. */
    public DicomObject remove(int tag) {
        elements.remove(tag);
        return this;
    }

    /** Sets a text-like value ({@code \\}-joined if several); an empty array makes an element without a value. */
    public DicomObject text(int tag, String vr, String... values) {
        byte[] raw = String.join("\\", values).getBytes(StandardCharsets.UTF_8);
        byte pad = (byte) (vr.equals("UI") ? 0 : ' ');
        byte[] even = Arrays.copyOf(raw, raw.length + (raw.length & 1));
        if (even.length > raw.length) {
            even[raw.length] = pad;
        }
        return put(DicomElement.of(tag, vr, even));
    }

    /** Sets decimal strings, each at most 16 characters as VR DS demands (PS3.5 6.2). */
    public DicomObject decimals(int tag, double... values) {
        return text(tag, "DS", Arrays.stream(values).mapToObj(DicomObject::decimal).toArray(String[]::new));
    }

    /** Sets integer strings (VR IS). */
    public DicomObject integers(int tag, long... values) {
        return text(tag, "IS", Arrays.stream(values).mapToObj(Long::toString).toArray(String[]::new));
    }

    /** Sets 16-bit unsigned values (VR US). */
    public DicomObject unsignedShorts(int tag, int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return put(DicomElement.of(tag, "US", buffer.array()));
    }

    /** Sets 32-bit unsigned values (VR UL). */
    public DicomObject unsignedLongs(int tag, long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            buffer.putInt((int) value);
        }
        return put(DicomElement.of(tag, "UL", buffer.array()));
    }

    /** Sets attribute tags (VR AT). */
    public DicomObject tags(int tag, int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            buffer.putShort((short) (value >>> 16)).putShort((short) value);
        }
        return put(DicomElement.of(tag, "AT", buffer.array()));
    }

    /** Sets a sequence. */
    public DicomObject sequence(int tag, DicomObject... items) {
        return put(DicomElement.sequence(tag, List.of(items)));
    }

    /** The items of a sequence, empty if absent or not a sequence. */
    public List<DicomObject> items(int tag) {
        DicomElement element = elements.get(tag);
        return element == null || element.items() == null ? List.of() : element.items();
    }

    /** The values of a text-like element without padding, empty if absent. */
    public List<String> texts(int tag) {
        DicomElement element = elements.get(tag);
        if (element == null || element.bytes() == null || element.bytes().length == 0) {
            return List.of();
        }
        String whole = new String(element.bytes(), charset(element.vr()));
        return Arrays.stream(whole.split("\\\\", -1)).map(DicomObject::trimmed).collect(Collectors.toList());
    }

    /** The first text value, empty string if absent. */
    public String text(int tag) {
        DicomElement element = elements.get(tag);
        if (element == null || element.bytes() == null) {
            return "";
        }
        int end = 0;
        while (end < element.bytes().length && element.bytes()[end] != '\\') {
            end++;
        }
        return trimmed(new String(element.bytes(), 0, end, charset(element.vr())));
    }

    /**
     * The numeric values of the element, whatever its VR (DS, IS, US, SS, UL, SL, UV, SV, OV, FL, FD); empty if absent.
     * A word that is no number becomes NaN.
     */
    public double[] numbers(int tag) {
        DicomElement element = elements.get(tag);
        if (element == null || element.bytes() == null) {
            return new double[0];
        }
        ByteBuffer buffer = ByteBuffer.wrap(element.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        return switch (element.vr()) {
            case "US" -> read(buffer, 2, () -> buffer.getShort() & 0xffff);
            case "SS" -> read(buffer, 2, buffer::getShort);
            case "UL" -> read(buffer, 4, () -> buffer.getInt() & 0xffffffffL);
            case "SL" -> read(buffer, 4, buffer::getInt);
            case "UV", "SV", "OV" -> read(buffer, 8, buffer::getLong);
            case "FL", "OF" -> read(buffer, 4, buffer::getFloat);
            case "FD", "OD" -> read(buffer, 8, buffer::getDouble);
            default -> texts(tag).stream().mapToDouble(DicomObject::number).toArray();
        };
    }

    /** The first number, NaN if absent or not a number. */
    public double number(int tag) {
        double[] values = numbers(tag);
        return values.length == 0 ? Double.NaN : values[0];
    }

    /** The first number as int, {@code fallback} if absent or not a number. */
    public int integer(int tag, int fallback) {
        double value = number(tag);
        return Double.isNaN(value) ? fallback : (int) value;
    }

    private interface Read {
        double next();
    }

    private static double[] read(ByteBuffer buffer, int size, Read read) {
        double[] values = new double[buffer.remaining() / size];
        for (int i = 0; i < values.length; i++) {
            values[i] = read.next();
        }
        return values;
    }

    /** Some writers put a comma where DS has a point (PS3.5 6.2). */
    private static double number(String word) {
        try {
            return Double.parseDouble(word.replace(',', '.'));
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    private static Charset charset(String vr) {
        return switch (vr) {
            case "SH", "LO", "ST", "LT", "UC", "UT", "PN" -> StandardCharsets.UTF_8;
            default -> StandardCharsets.US_ASCII;
        };
    }

    private static String trimmed(String value) {
        int start = 0;
        int end = value.length();
        while (end > start && value.charAt(end - 1) <= ' ') {
            end--;
        }
        while (start < end && value.charAt(start) == ' ') {
            start++;
        }
        return value.substring(start, end);
    }

    private static String decimal(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        for (int digits = 15; digits > 0; digits--) {
            String word = new java.math.BigDecimal(value).round(new java.math.MathContext(digits)).toString();
            if (word.length() <= 16) {
                return word;
            }
        }
        throw new IllegalArgumentException(value + " does not fit a decimal string");
    }
}

package spine.dicom.internal.charset;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** SpecificCharacterSet (0008,0005): turns text values into UTF-8 (PS3.3 C.12.1.1.2, PS3.5 6.1). */
public final class CharacterSet {
    public static final CharacterSet DEFAULT = of(List.of(""));
    public static final String UTF_8_TERM = "ISO_IR 192";

    private final Charset first;
    private final boolean extended;
    private final DeclaredCharsets declared;

    private CharacterSet(List<Charset> charsets, boolean extended) {
        this.first = charsets.get(0);
        this.extended = extended;
        this.declared = new DeclaredCharsets(charsets);
    }

    /**
     * @param terms the values of the attribute, also those that no standard knows, such as {@code UTF-8}: a term that names a character
     *     set of Java counts as that, any other as Latin-1
     */
    public static CharacterSet of(List<String> terms) {
        if (terms.isEmpty()) {
            return DEFAULT;
        }
        boolean extended = terms.size() > 1 || terms.get(0).startsWith("ISO 2022");
        return new CharacterSet(terms.stream().map(CharacterSet::charset).toList(), extended);
    }

    /** @return the same array if it is plain ASCII */
    public byte[] toUtf8(byte[] raw, boolean personName) {
        boolean escapes = has(raw, CodeExtensions.ESCAPE, CodeExtensions.ESCAPE);
        if (!escapes && !has(raw, Byte.MIN_VALUE, (byte) -1)) {
            return raw;
        }
        String text = extended && escapes ? new CodeExtensions(first, personName).decode(raw) : declared.decode(raw);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean has(byte[] raw, byte least, byte most) {
        for (byte b : raw) {
            if (b >= least && b <= most) {
                return true;
            }
        }
        return false;
    }

    private static Charset charset(String term) {
        String name = switch (term.replaceFirst("^ISO.*?(\\d+)$", "$1")) {
            // The terms of nearly every file: to ask whether Java knows a name takes longer than to read the rest of the header.
            case "", "6", "87", "100", "159" -> "ISO-8859-1";
            case "101" -> "ISO-8859-2";
            case "109" -> "ISO-8859-3";
            case "110" -> "ISO-8859-4";
            case "144" -> "ISO-8859-5";
            case "127" -> "ISO-8859-6";
            case "126" -> "ISO-8859-7";
            case "138" -> "ISO-8859-8";
            case "148" -> "ISO-8859-9";
            case "203" -> "ISO-8859-15";
            case "166" -> "TIS-620";
            case "13" -> "JIS_X0201";
            case "149" -> "EUC-KR";
            case "58" -> "GB2312";
            case "192" -> "UTF-8";
            default -> term;
        };
        return isKnown(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
    }

    private static boolean isKnown(String name) {
        try {
            return !name.isEmpty() && !name.equalsIgnoreCase("US-ASCII") && Charset.isSupported(name);
        } catch (IllegalCharsetNameException noName) {
            return false;
        }
    }
}

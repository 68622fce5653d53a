package spine.dicom.charset;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** SpecificCharacterSet (0008,0005): turns text values into UTF-8 (PS3.3 C.12.1.1.2, PS3.5 6.1). */
public final class CharacterSet {
    private static final Pattern REGISTRATION = Pattern.compile("^ISO.*?(\\d+)$");
    private static final String LATIN_1 = "ISO-8859-1";
    /**
     * Java's names of the sets by ISO registration number. The first five terms are those of nearly every file: to ask whether Java knows
     * a name takes longer than to read the rest of the header. The sets of two-byte characters among them are reached by escapes only.
     */
    private static final Map<String, String> JAVA_NAMES = Map.ofEntries(Map.entry("", LATIN_1), Map.entry("6", LATIN_1),
            Map.entry("87", LATIN_1), Map.entry("100", LATIN_1), Map.entry("159", LATIN_1), Map.entry("101", "ISO-8859-2"),
            Map.entry("109", "ISO-8859-3"), Map.entry("110", "ISO-8859-4"), Map.entry("144", "ISO-8859-5"),
            Map.entry("127", "ISO-8859-6"), Map.entry("126", "ISO-8859-7"), Map.entry("138", "ISO-8859-8"),
            Map.entry("148", "ISO-8859-9"), Map.entry("203", "ISO-8859-15"), Map.entry("166", "TIS-620"), Map.entry("13", "JIS_X0201"),
            Map.entry("149", "EUC-KR"), Map.entry("58", "GB2312"), Map.entry("192", "UTF-8"));
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

    /** The character sets that defined terms name, by ISO registration number; empty for the default repertoire. */
    public static Map<String, String> registrations() {
        return JAVA_NAMES;
    }

    private static Charset charset(String term) {
        String name = JAVA_NAMES.getOrDefault(REGISTRATION.matcher(term).replaceFirst("$1"), term);
        return name.equals(LATIN_1) || !isKnown(name) ? StandardCharsets.ISO_8859_1 : Charset.forName(name);
    }

    private static boolean isKnown(String name) {
        try {
            return !name.isEmpty() && !name.equalsIgnoreCase("US-ASCII") && Charset.isSupported(name);
        } catch (IllegalCharsetNameException noName) {
            return false;
        }
    }
}

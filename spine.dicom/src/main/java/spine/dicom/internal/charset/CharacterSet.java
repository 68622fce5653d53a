package spine.dicom.internal.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** SpecificCharacterSet (0008,0005): turns text values into UTF-8 (PS3.3 C.12.1.1.2, PS3.5 6.1). */
public final class CharacterSet {
    public static final CharacterSet DEFAULT = new CharacterSet(StandardCharsets.ISO_8859_1, false);
    public static final String UTF_8_TERM = "ISO_IR 192";

    private final Charset first;
    private final boolean extended;

    private CharacterSet(Charset first, boolean extended) {
        this.first = first;
        this.extended = extended;
    }

    /** @param terms the values of the attribute; an unknown term counts as Latin-1 */
    public static CharacterSet of(List<String> terms) {
        boolean extended = terms.size() > 1 || terms.stream().anyMatch(term -> term.startsWith("ISO 2022"));
        return terms.isEmpty() ? DEFAULT : new CharacterSet(charset(terms.get(0)), extended);
    }

    /** @return the same array if it is plain ASCII */
    public byte[] toUtf8(byte[] raw, boolean personName) {
        if (isPlain(raw)) {
            return raw;
        }
        String text = extended ? new CodeExtensions(first, personName).decode(raw) : new String(raw, first);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private boolean isPlain(byte[] raw) {
        for (byte b : raw) {
            if (b < 0 || b == CodeExtensions.ESCAPE) {
                return false;
            }
        }
        return true;
    }

    private static Charset charset(String term) {
        String name = switch (term.replaceFirst("^ISO.*?(\\d+)$", "$1")) {
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
            case "GB18030" -> "GB18030";
            case "GBK" -> "GBK";
            default -> "ISO-8859-1";
        };
        return Charset.forName(name);
    }
}

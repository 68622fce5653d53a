package spine.dicom.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Text with ISO 2022 escape sequences (PS3.5 6.1.2.5). Bytes below 0x80 belong to G0, the others to G1; every delimiter
 * brings both back to the first character set of the attribute. Good for one value.
 */
final class CodeExtensions {
    static final byte ESCAPE = 0x1b;

    private static final Charset JAPANESE = Charset.forName("EUC-JP");
    private static final int SINGLE_SHIFT_3 = 0x8f;

    private final Charset initialG1;
    private final boolean personName;
    private final StringBuilder text = new StringBuilder();
    private Charset g1;
    private boolean pairsInG0;
    private boolean supplementary;

    CodeExtensions(Charset first, boolean personName) {
        this.initialG1 = first;
        this.personName = personName;
        this.g1 = first;
    }

    String decode(byte[] raw) {
        int i = 0;
        while (i < raw.length) {
            int b = raw[i] & 0xff;
            if (b == ESCAPE) {
                i = designate(raw, i + 1);
            } else if (pairsInG0 && b > 0x20) {
                i = japanese(raw, i);
            } else if (b < 0x80) {
                text.append((char) b);
                resetAfter(b);
                i++;
            } else {
                i = upper(raw, i);
            }
        }
        return text.toString();
    }

    private void resetAfter(int b) {
        boolean delimiter = b == '\\' || b == '\r' || b == '\n' || b == '\f' || b == '\t'
                || personName && (b == '^' || b == '=');
        if (delimiter) {
            g1 = initialG1;
            pairsInG0 = false;
        }
    }

    /** One pair of JIS X 0208, or of the supplementary JIS X 0212, moved to where EUC-JP has it. */
    private int japanese(byte[] raw, int i) {
        if (i + 1 == raw.length) {
            return raw.length;
        }
        byte first = (byte) (raw[i] | 0x80);
        byte second = (byte) (raw[i + 1] | 0x80);
        byte[] euc = supplementary ? new byte[] {(byte) SINGLE_SHIFT_3, first, second} : new byte[] {first, second};
        text.append(new String(euc, JAPANESE));
        return i + 2;
    }

    private int upper(byte[] raw, int start) {
        int end = start;
        while (end < raw.length && raw[end] < 0) {
            end++;
        }
        text.append(new String(raw, start, end - start, g1));
        return end;
    }

    /** @return the index after the escape sequence; an unknown one is dropped with its first byte only */
    private int designate(byte[] raw, int i) {
        int length = i + 2 < raw.length && raw[i] == '$' && (raw[i + 1] == '(' || raw[i + 1] == ')') ? 3 : 2;
        if (i + length > raw.length) {
            return i;
        }
        switch (new String(raw, i, length, StandardCharsets.ISO_8859_1)) {
            case "(B", "(J" -> pairsInG0 = false;
            case "$B", "$@" -> pairs(false);
            case "$(D" -> pairs(true);
            case ")I" -> g1 = Charset.forName("JIS_X0201");
            case "$)C" -> g1 = Charset.forName("EUC-KR");
            case "$)A" -> g1 = Charset.forName("GB2312");
            case "-A" -> g1 = StandardCharsets.ISO_8859_1;
            case "-B" -> g1 = Charset.forName("ISO-8859-2");
            case "-C" -> g1 = Charset.forName("ISO-8859-3");
            case "-D" -> g1 = Charset.forName("ISO-8859-4");
            case "-L" -> g1 = Charset.forName("ISO-8859-5");
            case "-G" -> g1 = Charset.forName("ISO-8859-6");
            case "-F" -> g1 = Charset.forName("ISO-8859-7");
            case "-H" -> g1 = Charset.forName("ISO-8859-8");
            case "-M" -> g1 = Charset.forName("ISO-8859-9");
            case "-b" -> g1 = Charset.forName("ISO-8859-15");
            case "-T" -> g1 = Charset.forName("TIS-620");
            default -> {
                return i;
            }
        }
        return i + length;
    }

    private void pairs(boolean fromSupplement) {
        pairsInG0 = true;
        supplementary = fromSupplement;
    }
}

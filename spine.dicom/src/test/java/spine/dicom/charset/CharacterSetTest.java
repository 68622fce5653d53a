package spine.dicom.charset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CharacterSetTest {
    private static final String ESC = "\u001b";

    @Test
    void singleByteSets() {
        assertEquals("Äneas", decode("Äneas".getBytes(StandardCharsets.ISO_8859_1), "ISO_IR 100"));
        assertEquals("Люк", decode(new byte[] {(byte) 0xbb, (byte) 0xee, (byte) 0xda}, "ISO_IR 144"));
        assertEquals("Δ", decode(new byte[] {(byte) 0xc4}, "ISO_IR 126"));
        assertEquals("ﾔﾏﾀﾞ", decode(new byte[] {(byte) 0xd4, (byte) 0xcf, (byte) 0xc0, (byte) 0xde}, "ISO_IR 13"));
        assertEquals("กา", decode(new byte[] {(byte) 0xa1, (byte) 0xd2}, "ISO_IR 166"));
    }

    @Test
    void undeclaredBytesAreTakenForLatin() {
        assertEquals("é", decode(new byte[] {(byte) 0xe9}));
        assertEquals("é", decode(new byte[] {(byte) 0xe9}, "SOMETHING ELSE"));
    }

    /** Archives that name no set, none that the standard knows, or several that cannot go together. */
    @Test
    void misdeclaredTextIsReadable() {
        byte[] utf8 = "Müller^Jürgen=李^伟".getBytes(StandardCharsets.UTF_8);
        for (String[] terms : new String[][] {{}, {"UTF-8"}, {"utf8"}, {"ISO_IR 6"}, {"ISO_IR 100"}, {"SOMETHING ELSE"}, {"GB18030",
                "ISO_IR 192"},
            {"ISO_IR 100", "ISO_IR 192"}, {"", "ISO 2022 IR 87"}, {"ISO_IR_192"}}) {
            assertEquals("Müller^Jürgen=李^伟", decode(utf8, terms), String.join("/", terms));
        }
        byte[] gb = "李^伟".getBytes(java.nio.charset.Charset.forName("GB18030"));
        assertEquals("李^伟", decode(gb, "GB18030", "ISO_IR 192"));
        assertEquals("李^伟", decode(gb, "ISO_IR 192", "GB18030"));
        assertEquals("联通", decode("联通".getBytes(java.nio.charset.Charset.forName("GB18030")), "GB18030", "ISO_IR 192"));
        assertEquals("Äneas", decode("Äneas".getBytes(StandardCharsets.ISO_8859_1), "ISO_IR 192"));
        assertEquals("Люк", decode("Люк".getBytes(java.nio.charset.Charset.forName("windows-1251")), "windows-1251"));
        assertEquals("ТАХА", decode("ТАХА".getBytes(java.nio.charset.Charset.forName("ISO-8859-5")), "ISO_IR 144"));
    }

    @Test
    void chineseTextMayHoldTheBackslashByte() {
        byte[] raw = "乗\\東".getBytes(java.nio.charset.Charset.forName("GB18030"));
        assertEquals("乗\\東", decode(raw, "GB18030"));
    }

    @Test
    void componentsOfANameBeginWithTheFirstSet() {
        String raw = "Yamada^Tarou=" + ESC + "$B;3ED" + ESC + "(B^" + ESC + "$BB@O:" + ESC + "(B";
        assertEquals("Yamada^Tarou=山田^太郎",
                decode(raw.getBytes(StandardCharsets.ISO_8859_1), "", "ISO 2022 IR 87"));
    }

    @Test
    void delimiterEndsTheDesignation() {
        byte[] korean = bytes(ESC + "$)C", 0xb1, 0xe8, '^', ESC + "$)C", 0xc8, 0xf1);
        assertEquals("김^희", decode(korean, "", "ISO 2022 IR 149"));
        byte[] forgotten = bytes(ESC + "-F", 0xc4, '^', 0xc4);
        assertEquals("Δ^Ä", decode(forgotten, "ISO 2022 IR 100", "ISO 2022 IR 126"));
    }

    @Test
    void caretIsOrdinaryOutsideNames() {
        byte[] raw = bytes(ESC + "-F", 0xc4, '^', 0xc4);
        CharacterSet set = CharacterSet.of(List.of("ISO 2022 IR 100", "ISO 2022 IR 126"));
        assertEquals("Δ^Δ", new String(set.toUtf8(raw, false), StandardCharsets.UTF_8));
    }

    @Test
    void brokenEscapesDoNotStopTheText() {
        assertEquals("ab", decode(bytes("a", 0x1b, "b"), "", "ISO 2022 IR 87"));
        assertEquals("a", decode(bytes("a" + ESC), "", "ISO 2022 IR 87"));
        assertEquals("a山", decode(bytes("a" + ESC + "$B;3E"), "", "ISO 2022 IR 87"));
    }

    private static String decode(byte[] raw, String... terms) {
        return new String(CharacterSet.of(List.of(terms)).toUtf8(raw, true), StandardCharsets.UTF_8);
    }

    /** Characters below 256 and numbers, one byte each. */
    private static byte[] bytes(Object... parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            text.append(part instanceof Integer code ? (char) code.intValue() : part);
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}

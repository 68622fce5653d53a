package spine.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.TransferSyntax;
import spine.dicom.charset.CharacterSet;
import spine.dicom.internal.syntax.SyntaxName;

/** What the conformance statement says of transfer syntaxes, character sets and files is what the code does, and all of it. */
class ConformanceStatementTest {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final String ROOT = "1.2.840.10008.1.2.";
    private static final String UNNAMED = "transfer syntax ";

    @Test
    void syntaxesReadAreNativeOrHaveADecoder() throws Exception {
        Set<String> known = new TreeSet<>(BuiltInDecoders.bySyntax().keySet());
        for (Field constant : TransferSyntax.class.getFields()) {
            known.add((String) constant.get(null));
        }
        Map<String, String> stated = new TreeMap<>();
        ConformanceStatement.table("### Read").forEach(row -> stated.put(row.get(0), row.get(2)));
        assertEquals(known, stated.keySet());
        stated.forEach((uid, name) -> assertEquals(SyntaxName.isNative(uid) ? "–" : SyntaxName.of(uid), name, uid));
        DecodedImages images = new DecodedImages(new NativeDicomCodec());
        stated.keySet().forEach(uid -> assertEquals(Optional.empty(), images.undecodable(uid), uid));
    }

    /** Every UID that could be a syntax of the standard is looked at, so that none has a name that the statement lacks. */
    @Test
    void syntaxesRefusedByNameAreTheOthersThatHaveOne() throws Exception {
        DecodedImages images = new DecodedImages(new NativeDicomCodec());
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < 500; j++) {
                for (String end : List.of(i + "", i + "." + j, i + "." + j + ".1", i + "." + j + ".2")) {
                    images.undecodable(ROOT + end).filter(name -> !name.startsWith(UNNAMED)).ifPresent(name -> named.put(ROOT + end, name));
                }
            }
        }
        Map<String, String> stated = new TreeMap<>();
        ConformanceStatement.table("### Refused by name").forEach(row -> stated.put(row.get(0), row.get(2)));
        assertEquals(named, stated);
    }

    @Test
    void filesAreWrittenAsStated() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        NativeDicomCodec codec = new NativeDicomCodec();
        codec.write(new DicomObject().text(Tag.SOPClassUID, "UI", "1.2.3").text(Tag.SOPInstanceUID, "UI", "1.2.4")
                .text(Tag.PatientName, "PN", "Ärger^Grün"), file);
        DicomObject written = codec.read(new ByteArrayInputStream(file.toByteArray()), "file", false);
        for (List<String> row : ConformanceStatement.table("### File meta information written")) {
            assertEquals(row.get(1), written.text(tag(row.get(0))), row.get(0));
        }
        assertEquals("ISO_IR 192", written.text(Tag.SpecificCharacterSet));
        assertTrue(new String(file.toByteArray(), StandardCharsets.UTF_8).contains("Ärger^Grün"));
    }

    @Test
    void characterSetsAreThoseOfTheTable() throws Exception {
        Set<String> registrations = new HashSet<>();
        for (List<String> row : ConformanceStatement.table("## Character sets")) {
            Charset charset = Charset.forName(row.get(3));
            List<String> terms = row.subList(0, 2).stream().map(term -> term.replace("none, ", "")).filter(term -> !term.equals("–"))
                    .toList();
            for (String term : terms) {
                String number = term.replaceFirst("^ISO(_| 2022 )IR ", "");
                boolean registered = !number.equals(term);
                boolean byEscapesOnly = row.get(3).equals("EUC-JP");
                assertEquals(registered && !byEscapesOnly, row.get(3).equals(CharacterSet.registrations().get(number)), term);
                if (registered) {
                    registrations.add(number);
                }
                assertDecodes(term, charset, byEscapesOnly);
            }
        }
        assertEquals(CharacterSet.registrations().keySet().stream().filter(number -> !number.isEmpty()).collect(Collectors.toSet()),
                registrations);
    }

    /** All letters of the upper half, and two-byte characters where the set has them. */
    private static void assertDecodes(String term, Charset charset, boolean byEscapesOnly) {
        if (byEscapesOnly) {
            byte[] pair = term.endsWith("87") ? new byte[] {0x1b, '$', 'B', 0x3b, 0x33, 0x1b, '(', 'B'}
                    : new byte[] {0x1b, '$', '(', 'D', 0x30, 0x21, 0x1b, '(', 'B'};
            String expected = term.endsWith("87") ? "山" : "丂";
            assertEquals(expected, utf8(CharacterSet.of(List.of("", term)).toUtf8(pair, false)));
            return;
        }
        StringBuilder letters = new StringBuilder();
        for (int code = 0xa0; code < 0x10000; code++) {
            char letter = (char) code;
            boolean whole = Character.isLetter(letter) && charset.newEncoder().canEncode(letter);
            if (whole && letters.length() < 200) {
                letters.append(letter);
            }
        }
        byte[] raw = letters.toString().getBytes(charset);
        assertEquals(letters.toString(), utf8(CharacterSet.of(List.of(term)).toUtf8(raw, false)), term);
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The names of UIDs and the keywords of attributes are those of the standard, as far as pydicom's dictionaries go. */
    @Test
    void namesAreThoseOfTheStandard(@TempDir Path folder) throws Exception {
        Path script = folder.resolve("standard_names.py");
        try (InputStream in = ConformanceStatementTest.class.getResourceAsStream("standard_names.py")) {
            Files.copy(in, script);
        }
        Path wrong = folder.resolve("wrong");
        Assumptions.assumeTrue(Files.isExecutable(PYTHON)
                        && new ProcessBuilder(PYTHON.toString(), "-c", "import pydicom").start().waitFor() == 0,
                "python3-pydicom is not installed, comparison of names skipped");
        Process comparison = new ProcessBuilder(PYTHON.toString(), script.toString(), ConformanceStatement.FILE.toString(),
                wrong.toString())
                .inheritIO().start();
        assertEquals(0, comparison.waitFor());
        assertEquals("", Files.readString(wrong));
    }

    private static int tag(String attribute) {
        String digits = attribute.replaceFirst(".*\\((\\p{XDigit}{4}),(\\p{XDigit}{4})\\)", "$1$2");
        return Integer.parseUnsignedInt(digits, 16);
    }
}

package spine.deploy.internal.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.apache.felix.framework.cache.BundleCache;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import spine.deploy.internal.Rejection;

/** A manifest passes only if Java and Felix read the same from it. */
class ManifestTextTest {
    private static final String HEAD = "Manifest-Version: 1.0\r\nBundle-SymbolicName: acme.index\r\nBundle-Name: Ärzte \r\n für…\r\n";
    private static final String SOUND = HEAD + "\r\nName: acme/A.class\r\nSHA-256-Digest: x\r\n\r\n";

    @TestFactory
    Stream<DynamicTest> whatIsReadInTwoWaysIsRefused() {
        Map<String, String> hostile = new TreeMap<>();
        String alone = "Its manifest has a carriage return alone, which ends a line for Java and does not for the framework.";
        hostile.put(HEAD + "Bundle-Vendor: a\rDynamicImport-Package: *\r\n\r\n", alone);
        hostile.put(HEAD + "Bundle-Vendor: a\r\r\nImport-Package: *\r\n\r\n", alone);
        hostile.put(HEAD + "Bundle-Vendor: a\n\rImport-Package: *\r\n\r\n", alone);
        hostile.put(HEAD + "\r", alone);
        hostile.put(HEAD + "Bundle-Vendor: a\0b\r\n", "Its manifest has a control character.");
        hostile.put(HEAD + "Bundle-Vendor: a\fb\r\n", "Its manifest has a control character.");
        hostile.put(HEAD + "Bundle-Vendor: a", "The last line of its manifest has no end.");
        hostile.put(HEAD + "bundle-symbolicname: spine.core\n", "Its manifest has the header bundle-symbolicname twice.");
        hostile.put(HEAD + "Bundle-SymbolicName: spine.core\n", "Its manifest has the header Bundle-SymbolicName twice.");
        hostile.put(HEAD + "Import-Package : *\n", "Its manifest has a line that is not 'Name: value'.");
        hostile.put(HEAD + "Import-Package:*\n", "Its manifest has a line that is not 'Name: value'.");
        hostile.put(HEAD + "Import.Package: *\n", "Its manifest has a line that is not 'Name: value'.");
        hostile.put(HEAD + "\u00efmport: *\n", "Its manifest has a line that is not 'Name: value'.");
        hostile.put(HEAD + ": *\n", "Its manifest has a line that is not 'Name: value'.");
        hostile.put("\ufeff" + HEAD, "Its manifest does not begin with 'Manifest-Version:'.");
        hostile.put(" " + HEAD, "Its manifest does not begin with 'Manifest-Version:'.");
        hostile.put("\n" + HEAD, "Its manifest does not begin with 'Manifest-Version:'.");
        hostile.put("", "The last line of its manifest has no end.");
        hostile.put(HEAD + "\n Import-Package: *\n", "Its manifest has a line that continues none.");
        hostile.put(HEAD + "\nImport-Package: *\n", "Its manifest has a section that does not begin with 'Name:'.");
        hostile.put(HEAD + "Bundle-Vendor: " + "a".repeat(600) + "\n", "Its manifest has a line of more than 510 bytes.");
        return hostile.entrySet().stream().map(kind -> DynamicTest.dynamicTest(kind.getValue(),
                () -> assertEquals(kind.getValue(), refusal(kind.getKey().getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertEquals("Its manifest is not UTF-8.", refusal((HEAD + "Bundle-Vendor: \u00e4\n").getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void bothEndsOfLinesAndFoldedCharactersPass() throws Exception {
        assertEquals("", refusal(SOUND.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8)));
        byte[] umlaut = "ä".getBytes(StandardCharsets.UTF_8);
        byte[] folded = (HEAD + "Bundle-Vendor: 1\r\n 2\r\n").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < folded.length; i++) {
            folded[i] = i > HEAD.length() && (folded[i] == '1' || folded[i] == '2') ? umlaut[folded[i] - '1'] : folded[i];
        }
        assertEquals("ä", ManifestText.headers(folded).getValue("Bundle-Vendor"));
    }

    /** Each of many characters, put at each place of a sound manifest. */
    @Test
    void whatPassesIsReadAlikeByJavaAndTheFramework() throws Exception {
        int passed = 0;
        for (String what : List.of("\r", "\n", "\r\n", "\n\n", "\0", " ", "\n ", "\r\n ", ":", ": ", "\t", "\u0085", "\ufeff", "a",
                "\nA: b\n")) {
            for (int at = 0; at <= SOUND.length(); at++) {
                byte[] changed = (SOUND.substring(0, at) + what + SOUND.substring(at)).getBytes(StandardCharsets.UTF_8);
                if (refusal(changed).isEmpty()) {
                    assertEquals(byJava(changed), byFelix(changed));
                    passed++;
                }
            }
        }
        assertTrue(passed > 400, passed + " passed");
    }

    private static Map<String, String> byJava(byte[] manifest) throws Exception {
        Map<String, String> headers = new HashMap<>();
        Attributes attributes = new Manifest(new ByteArrayInputStream(manifest)).getMainAttributes();
        attributes.forEach((name, value) -> headers.put(name.toString(), value.toString()));
        return headers;
    }

    private static Map<String, Object> byFelix(byte[] manifest) throws Exception {
        return BundleCache.getMainAttributes(new HashMap<>(), new ByteArrayInputStream(manifest), manifest.length);
    }

    private static String refusal(byte[] manifest) {
        try {
            ManifestText.headers(manifest);
            return "";
        } catch (Rejection e) {
            return e.getMessage();
        }
    }
}

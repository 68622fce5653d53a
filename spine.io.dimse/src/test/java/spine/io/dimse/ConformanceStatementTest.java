package spine.io.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import spine.dicom.TransferSyntax;
import spine.io.dimse.service.SmallDataSet;
import spine.io.dimse.service.StudyRoot;
import spine.io.dimse.toolkit.ContextSelection;
import spine.io.dimse.toolkit.ServiceClass;

/** What the conformance statement says of the network is what the code does. */
class ConformanceStatementTest {
    private static final Pattern SOP_CLASS = Pattern.compile("\\((1\\.2\\.840\\.10008\\.[0-9.]+)\\)");
    private static final Path FILE = Path.of("..", "docs", "dicom-conformance.md");

    @Test
    void limitsAreTheDefaults() throws Exception {
        ListenerLimits limits = ListenerLimits.DEFAULT;
        List<String> rows = rows("### Limits of the receiver");
        for (String expected : List.of("| associations | " + limits.associations() + ";",
                "| associations from one address | " + limits.associationsPerAddress() + " |",
                "| P-DATA-TF PDU | " + number(limits.pduBytes()) + " bytes |", "| data set | " + number(limits.objectBytes()) + " bytes |",
                "| connection, TLS and A-ASSOCIATE-RQ together (ARTIM) | " + limits.request().toSeconds() + " s |",
                "| between two messages | " + limits.idle().toSeconds() + " s |",
                "| within a message | " + number(limits.paceBytes()) + " bytes in each " + limits.pace().toSeconds() + " s |")) {
            assertEquals(1, rows.stream().filter(row -> row.startsWith(expected)).count(), expected);
        }
    }

    /** Whom the receiver lets in by which SOP class, and which ones are asked of others. */
    @Test
    void rolesAreThoseOfTheCode() throws Exception {
        Map<String, Boolean> stated = new TreeMap<>();
        for (String row : rows("## Network")) {
            Matcher uid = SOP_CLASS.matcher(row);
            if (uid.find()) {
                stated.put(uid.group(1), !row.endsWith("| – |"));
            }
        }
        assertEquals(Set.of(ServiceClass.VERIFICATION, ServiceClass.STORAGE_COMMITMENT, StudyRoot.FIND, StudyRoot.MOVE, StudyRoot.GET),
                stated.keySet());
        ContextSelection selection = new ContextSelection(syntax -> true);
        stated.forEach((uid, provided) -> assertEquals(provided ? ContextSelection.ACCEPTED : ContextSelection.NO_ABSTRACT_SYNTAX,
                selection.answer(uid, List.of(TransferSyntax.IMPLICIT_LITTLE_ENDIAN)).result(), uid));
        assertTrue(rows("## Network").stream().anyMatch(row -> row.startsWith("| Storage: all SOP classes 1.2.840.10008.5.1.4.1.1.\\*, but"
                + " for Inventory (.201.2 to .201.6); private ones (any other root) |")));
        for (int end = 1; end < 210; end++) {
            for (String storage : List.of("1.2.840.10008.5.1.4.1.1." + end, "1.2.840.10008.5.1.4.1.1.201." + end, "1.3.12." + end)) {
                assertEquals(!storage.matches(".*\\.201\\.[2-6]"), ServiceClass.isStorage(storage), storage);
            }
        }
    }

    @Test
    void answersAreBounded() throws Exception {
        assertEquals(1, rows("### Query, retrieve and commitment").stream().filter(row -> row.equals(
                "| an answer to a query, a report | " + number(SmallDataSet.LARGEST) + " bytes |")).count());
    }

    /** 0x0122 is answered by the service itself; 0x0211 is not for storage. */
    @Test
    void statusCodesAreThoseThatAreAnswered() throws Exception {
        TreeSet<String> known = new TreeSet<>(List.of("0x0122"));
        for (Field field : DimseStatus.class.getFields()) {
            int code = ((DimseStatus) field.get(null)).code();
            if (code != DimseStatus.UNRECOGNIZED_OPERATION.code()) {
                known.add(String.format("0x%04X", code));
            }
        }
        assertEquals(known, new TreeSet<>(rows("### Storage").stream().map(row -> row.substring(2, 8)).toList()));
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static List<String> rows(String heading) throws IOException {
        try (Stream<String> lines = Files.lines(FILE)) {
            return lines.dropWhile(line -> !line.equals(heading)).dropWhile(line -> !line.startsWith("|"))
                    .takeWhile(line -> line.startsWith("|")).skip(2).toList();
        }
    }
}

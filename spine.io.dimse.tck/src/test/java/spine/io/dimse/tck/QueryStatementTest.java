package spine.io.dimse.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import spine.api.Cancellation;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.TransferSyntax;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RetrieveLimits;
import spine.io.dimse.internal.TcpDicomNetwork;
import spine.io.dimse.service.SmallDataSet;
import spine.io.dimse.service.StudyRoot;
import spine.io.dimse.tck.peer.ScriptedAssociation;
import spine.io.dimse.tck.peer.ScriptedNode;

/** What the conformance statement says of queries and retrievals is what an archive sees. */
@Timeout(60)
class QueryStatementTest {
    private static final Path FILE = Path.of("..", "docs", "dicom-conformance.md");
    private static final int LEVEL = 0x00080052;
    private static final Map<Integer, String> KEYS = Map.of(Tag.StudyInstanceUID, "StudyInstanceUID", Tag.SeriesInstanceUID,
            "SeriesInstanceUID", Tag.SOPInstanceUID, "SOPInstanceUID", Tag.SOPClassUID, "SOPClassUID");
    private static final List<Integer> ORDER = List.of(Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.SOPInstanceUID, Tag.SOPClassUID);
    private static final int PENDING = 0xff00;
    private static final int FIND_RESPONSE = 0x8020;
    private static final int GET_RESPONSE = 0x8010;
    private static final RetrieveLimits LIMITS = new RetrieveLimits(10, 1 << 20, Duration.ofSeconds(10));

    private final TcpDicomNetwork network = new TcpDicomNetwork(new DecodedImages(new NativeDicomCodec()));

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void queries() throws Exception {
        List<DicomObject> asked = new ArrayList<>();
        try (ScriptedNode archive = new ScriptedNode(association -> {
            asked.add(identifier(association));
            association.answer(1, FIND_RESPONSE, PENDING, Optional.of(SmallDataSet.encode(
                    new DicomObject().text(Tag.SeriesInstanceUID, "UI", "1.2.3"))));
            association.answer(1, FIND_RESPONSE, 0, Optional.empty());
            asked.add(identifier(association));
            association.answer(1, FIND_RESPONSE, 0, Optional.empty());
            association.awaitEnd();
        })) {
            network.list(archive.node(), "1.2", LIMITS, new Cancellation());
        }
        String stated = row("C-FIND");
        String seen = asked.get(0).text(LEVEL) + " with " + named(asked.get(0), true) + ", then " + asked.get(1).text(LEVEL) + " with "
                + named(asked.get(1), true) + " for each series; " + named(asked.get(0), false) + ", " + named(asked.get(1), false) + " (";
        assertTrue(stated.startsWith(seen), seen);
    }

    /** The keys with a value, or those without. */
    private static String named(DicomObject identifier, boolean valued) {
        return ORDER.stream().filter(tag -> identifier.element(tag).isPresent() && identifier.text(tag).isEmpty() != valued).map(KEYS::get)
                .collect(Collectors.joining(" and "));
    }

    @Test
    void retrievals() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        Cancellation cancellation = new Cancellation();
        try (ScriptedNode archive = new ScriptedNode(association -> {
            DicomObject asked = identifier(association);
            seen.add(asked.text(LEVEL) + " with one " + named(asked, true) + ".");
            cancellation.cancel();
            association.answer(1, GET_RESPONSE, PENDING, Optional.empty());
            seen.add(assertThrows(IOException.class, association::next).getMessage());
        })) {
            assertThrows(CancellationException.class, () -> network.get(archive.node(), "1.2",
                    List.of(new ArchivedObject(SopClass.MR_IMAGE_STORAGE, "1.2.3")), (object, dataSet) -> DimseStatus.SUCCESS, LIMITS,
                    cancellation));
        }
        assertTrue(row("C-GET, C-MOVE").startsWith(seen.poll(10, TimeUnit.SECONDS)));
        assertEquals("A-ABORT", row("cancelling"));
        assertEquals("PDU of type 7 in place of 4", seen.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void answersThatAreTooLarge() throws Exception {
        try (ScriptedNode archive = new ScriptedNode(association -> {
            association.next();
            association.answer(1, FIND_RESPONSE, PENDING, Optional.of(new byte[SmallDataSet.LARGEST + 2]));
        })) {
            String sentence = assertThrows(NetworkException.class, () -> network.list(archive.node(), "1.2", LIMITS, new Cancellation()))
                    .getMessage();
            String most = row("an answer to a query, a report").replace(",", "");
            assertEquals(archive.node().address() + ": the data set is larger than " + most + ".", sentence);
        }
    }

    private static DicomObject identifier(ScriptedAssociation association) throws IOException {
        return SmallDataSet.decode(new ByteArrayInputStream(association.next().dataSet().orElseThrow()), StudyRoot.FIND,
                TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
    }

    private static String row(String name) throws IOException {
        String begin = "| " + name + " | ";
        return Files.readAllLines(FILE).stream().dropWhile(line -> !line.equals("### Query, retrieve and commitment")).filter(line ->
                line.startsWith(begin)).map(line -> line.substring(begin.length(), line.length() - 2)).findFirst().orElseThrow();
    }
}

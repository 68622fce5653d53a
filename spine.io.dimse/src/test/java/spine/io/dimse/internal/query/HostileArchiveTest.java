package spine.io.dimse.internal.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import spine.api.Cancellation;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.Network;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RetrieveLimits;
import spine.io.dimse.internal.TcpDicomNetwork;
import spine.io.dimse.internal.association.Association;
import spine.io.dimse.internal.association.ScriptedNode;
import spine.io.dimse.internal.message.CommandField;
import spine.io.dimse.internal.message.CommandSet;
import spine.io.dimse.internal.message.CommandTag;
import spine.io.dimse.internal.message.DimseMessage;
import spine.io.dimse.internal.message.SmallDataSet;

/** Whatever an archive answers, the one who asks ends with a sentence, within bounds. */
@Timeout(60)
class HostileArchiveTest {
    private static final String STUDY = "2.25.4711";
    private static final RetrieveLimits LIMITS = new RetrieveLimits(100, 1 << 20, Duration.ofSeconds(10));
    private static final int PENDING = 0xff00;
    private static final int FIND_RESPONSE = 0x8020;
    private static final int GET_RESPONSE = 0x8010;

    /** Message identifier of the last request that a script has read. */
    private static final ThreadLocal<Integer> LAST = ThreadLocal.withInitial(() -> 0);

    private final TcpDicomNetwork network = Network.network();

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void answersWithoutEnd() throws Exception {
        assertFails("it names more than 100 objects.", association -> {
            request(association);
            for (int i = 0; i < 1000; i++) {
                answer(association, FIND_RESPONSE, PENDING, new DicomObject().text(Tag.SeriesInstanceUID, "UI", "1.2." + i));
            }
        });
    }

    @Test
    void namesThatAreNoUids() throws Exception {
        for (String wrong : List.of("../../etc/passwd", "*", "", "1".repeat(70))) {
            assertFails("it names a series or an object without a valid UID.", association -> {
                request(association);
                answer(association, FIND_RESPONSE, PENDING, new DicomObject().text(Tag.SeriesInstanceUID, "UI", wrong));
                answer(association, FIND_RESPONSE, 0, null);
            });
            assertFails("it names a series or an object without a valid UID.", association -> {
                request(association);
                answer(association, FIND_RESPONSE, PENDING, new DicomObject().text(Tag.SeriesInstanceUID, "UI", "1.2"));
                answer(association, FIND_RESPONSE, 0, null);
                request(association);
                answer(association, FIND_RESPONSE, PENDING, new DicomObject().text(Tag.SOPInstanceUID, "UI", wrong));
                answer(association, FIND_RESPONSE, 0, null);
            });
        }
    }

    @Test
    void answersThatAreLargeDamagedOrNone() throws Exception {
        assertFails("the data set is larger than 1048576 bytes.", association -> {
            request(association);
            answer(association, FIND_RESPONSE, PENDING, new DicomObject().put(DicomElement.of(0x00091000, "UN", new byte[2 << 20])));
        });
        assertFails("the other side does not speak DICOM as it should: a data set is damaged.", association -> {
            request(association);
            byte[] damaged = {8, 0, 5, 0, -1, -1, -1, 0x7f, 1, 2};
            association.send(1, command(FIND_RESPONSE, PENDING, true), new ByteArrayInputStream(damaged), damaged.length);
        });
        assertFails("the other side does not speak DICOM as it should: a response belongs to no request.", association -> {
            request(association);
            association.send(1, new CommandSet(new DicomObject().unsignedShorts(CommandTag.CommandField, FIND_RESPONSE)
                    .unsignedShorts(CommandTag.MessageIDBeingRespondedTo, 99).unsignedShorts(CommandTag.CommandDataSetType, 0x0101)
                    .unsignedShorts(CommandTag.Status, 0)));
        });
        assertFails("it answers C-FIND with 0xA700 out of resources.", association -> {
            request(association);
            answer(association, FIND_RESPONSE, 0xa700, null);
        });
    }

    @Test
    void silenceAndDeath() throws Exception {
        try (ScriptedNode archive = new ScriptedNode(association -> {
            request(association);
            pause();
        })) {
            RetrieveLimits impatient = new RetrieveLimits(1, 1, Duration.ofMillis(300));
            assertEquals(archive.node().address() + ": the other side was too slow.", assertThrows(NetworkException.class,
                    () -> network.list(archive.node(), STUDY, impatient, new Cancellation())).getMessage());
        }
        assertFails("the other side closed the connection.", HostileArchiveTest::request);
    }

    @Test
    void objectsThatAreOthersThanAnnounced() throws Exception {
        List<Integer> answers = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        try (ScriptedNode archive = new ScriptedNode(association -> {
            request(association);
            for (String[] object : new String[][] {{SopClass.MR_IMAGE_STORAGE, "../1"}, {SopClass.SEGMENTATION_STORAGE, "1.2.3"},
                    {SopClass.MR_IMAGE_STORAGE, "1.2.3"}}) {
                byte[] dataSet = SmallDataSet.encode(new DicomObject().text(Tag.SOPClassUID, "UI", object[0])
                        .text(Tag.SOPInstanceUID, "UI", object[1]));
                // The second context is that of MR in explicit, the third that in implicit little endian.
                association.send(5, CommandSet.request(CommandField.C_STORE_RQ, 7, object[0], object[1], true),
                        new ByteArrayInputStream(dataSet), dataSet.length);
                answers.add(association.response(7, ScriptedNode.PATIENCE).status().code());
            }
            answer(association, GET_RESPONSE, 0, null);
            association.next(ScriptedNode.PATIENCE);
        })) {
            assertTrue(network.get(archive.node(), STUDY, List.of(new ArchivedObject(SopClass.MR_IMAGE_STORAGE, "1.2.3")),
                    (object, dataSet) -> {
                        taken.add(object.sopInstance());
                        return DimseStatus.SUCCESS;
                    }, LIMITS, new Cancellation()).status().isSuccess());
        }
        assertEquals(List.of(0x0117, 0x0122, 0), answers);
        assertEquals(List.of("1.2.3"), taken);
    }

    @Test
    void requestsThatNobodyServes() throws Exception {
        try (ScriptedNode archive = new ScriptedNode(association -> {
            request(association);
            association.send(1, CommandSet.request(CommandField.C_ECHO_RQ, 7, "1.2.840.10008.1.1", "", false));
            association.next(ScriptedNode.PATIENCE);
        })) {
            assertEquals(archive.node().address() + ": the other side does not speak DICOM as it should: a request came that nobody"
                    + " serves.", assertThrows(NetworkException.class,
                            () -> network.move(archive.node(), STUDY, "HERE", LIMITS, new Cancellation())).getMessage());
        }
    }

    private void assertFails(String sentence, ScriptedNode.Script script) throws IOException {
        try (ScriptedNode archive = new ScriptedNode(script)) {
            assertEquals(archive.node().address() + ": " + sentence, assertThrows(NetworkException.class,
                    () -> network.list(archive.node(), STUDY, LIMITS, new Cancellation())).getMessage());
        }
    }

    /** Reads a request to its end; answers are to it. */
    private static void request(Association association) throws IOException {
        DimseMessage message = association.next(ScriptedNode.PATIENCE).orElseThrow();
        message.dataSet().orElseThrow().readAllBytes();
        LAST.set(message.command().messageId());
    }

    private static void answer(Association association, int field, int status, DicomObject dataSet) throws IOException {
        if (dataSet == null) {
            association.send(1, command(field, status, false));
        } else {
            byte[] bytes = SmallDataSet.encode(dataSet);
            association.send(1, command(field, status, true), new ByteArrayInputStream(bytes), bytes.length);
        }
    }

    private static CommandSet command(int field, int status, boolean withDataSet) {
        return new CommandSet(new DicomObject().unsignedShorts(CommandTag.CommandField, field)
                .unsignedShorts(CommandTag.MessageIDBeingRespondedTo, LAST.get())
                .unsignedShorts(CommandTag.CommandDataSetType, withDataSet ? 0 : 0x0101).unsignedShorts(CommandTag.Status, status));
    }

    private static void pause() {
        try {
            Thread.sleep(2000);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}

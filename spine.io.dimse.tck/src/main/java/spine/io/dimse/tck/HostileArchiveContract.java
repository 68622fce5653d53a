package spine.io.dimse.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import spine.api.Cancellation;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RetrieveLimits;
import spine.io.dimse.UnsupportedServiceException;
import spine.io.dimse.service.SmallDataSet;
import spine.io.dimse.tck.peer.Commands;
import spine.io.dimse.tck.peer.ScriptedAssociation;
import spine.io.dimse.tck.peer.ScriptedNode;

/** Whatever an archive answers, the one who asks ends with a sentence, within bounds. */
@Timeout(60)
abstract class HostileArchiveContract extends NetworkContract {
    private static final String STUDY = "2.25.4711";
    private static final RetrieveLimits LIMITS = new RetrieveLimits(100, 1 << 20, Duration.ofSeconds(10));
    private static final int PENDING = 0xff00;
    private static final int FIND_RESPONSE = 0x8020;
    private static final int GET_RESPONSE = 0x8010;

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
            association.answer(1, FIND_RESPONSE, PENDING, Optional.of(damaged));
        });
        assertFails("the other side does not speak DICOM as it should: a response belongs to no request.", association -> {
            request(association);
            association.send(1, new DicomObject().unsignedShorts(Commands.FIELD, FIND_RESPONSE).unsignedShorts(Commands.ANSWERED, 99)
                    .unsignedShorts(Commands.STATUS, 0), Optional.empty());
        });
        assertFails("it answers C-FIND with 0xA700 out of resources.", association -> {
            request(association);
            answer(association, FIND_RESPONSE, 0xa700, null);
        });
    }

    /** Those who may store there need not be allowed to query. */
    @Test
    void whoDoesNotWantToBeAskedIsToldApart() throws Exception {
        for (int status : new int[] {0x0122, 0x0124, 0x0211}) {
            assertNotOffered(association -> {
                request(association);
                answer(association, FIND_RESPONSE, status, null);
                association.awaitEnd();
            });
        }
        assertNotOffered(HostileArchiveContract::request);
    }

    private void assertNotOffered(ScriptedNode.Script script) throws Exception {
        try (ScriptedNode archive = new ScriptedNode(script)) {
            assertThrows(UnsupportedServiceException.class, () -> network.list(archive.node(), STUDY, LIMITS, new Cancellation()));
        }
    }

    /** As deep as fits into an answer. */
    @Test
    void answersThatAreNestedWithoutEnd() throws Exception {
        byte[] level = {8, 0, 0x40, 0x11, -1, -1, -1, -1, -2, -1, 0, -32, -1, -1, -1, -1};
        byte[] nested = new byte[60_000 * level.length];
        for (int at = 0; at < nested.length; at += level.length) {
            System.arraycopy(level, 0, nested, at, level.length);
        }
        assertFails("the other side does not speak DICOM as it should: a data set is damaged.", association -> {
            request(association);
            association.answer(1, FIND_RESPONSE, PENDING, Optional.of(nested));
            association.awaitEnd();
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
        assertFails("the other side closed the connection.", HostileArchiveContract::request);
    }

    @Test
    void objectsThatAreOthersThanAnnounced() throws Exception {
        List<Integer> answers = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        try (ScriptedNode archive = new ScriptedNode(association -> {
            int asked = association.next().command().integer(Commands.MESSAGE, 0);
            for (String[] object : new String[][] {{SopClass.MR_IMAGE_STORAGE, "../1"}, {SopClass.SEGMENTATION_STORAGE, "1.2.3"},
                    {SopClass.MR_IMAGE_STORAGE, "1.2.3"}}) {
                byte[] dataSet = SmallDataSet.encode(new DicomObject().text(Tag.SOPClassUID, "UI", object[0])
                        .text(Tag.SOPInstanceUID, "UI", object[1]));
                // The second context is that of MR in explicit, the third that in implicit little endian.
                association.send(5, new DicomObject().text(Commands.SOP_CLASS, "UI", object[0]).unsignedShorts(Commands.FIELD, 1)
                        .unsignedShorts(Commands.MESSAGE, 7).text(Commands.SOP_INSTANCE, "UI", object[1]), Optional.of(dataSet));
                answers.add(association.next().command().integer(Commands.STATUS, -1));
            }
            association.answerTo(asked, 1, GET_RESPONSE, 0);
            association.awaitEnd();
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
            association.send(1, new DicomObject().text(Commands.SOP_CLASS, "UI", "1.2.840.10008.1.1").unsignedShorts(Commands.FIELD, 0x30)
                    .unsignedShorts(Commands.MESSAGE, 7), Optional.empty());
            association.awaitEnd();
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

    private static void request(ScriptedAssociation association) throws IOException {
        association.next();
    }

    private static void answer(ScriptedAssociation association, int field, int status, DicomObject dataSet) throws IOException {
        association.answer(1, field, status, Optional.ofNullable(dataSet).map(SmallDataSet::encode));
    }

    private static void pause() {
        try {
            Thread.sleep(2000);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}

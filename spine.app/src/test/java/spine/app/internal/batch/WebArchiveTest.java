package spine.app.internal.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import spine.api.Cancellation;
import spine.app.command.ExitCode;
import spine.app.embedded.RefusedException;
import spine.app.embedded.WebStudies;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.io.dicomweb.DicomWeb;
import spine.io.dicomweb.DicomWebException;
import spine.io.dicomweb.DicomWebNode;
import spine.io.dicomweb.RetrieveLimits;

class WebArchiveTest {
    private final Server server = new Server();

    @Test
    void allPagesAreAskedForWhateverAServerGivesAtATime() throws Exception {
        for (int most : List.of(10_000, 1000, 7)) {
            server.most = most;
            server.count = 2003;
            assertEquals(server.uids(), archive().studies(), most + " at a time");
        }
        assertEquals(Map.of("ModalitiesInStudy", "MR", "limit", "1000", "offset", "0"), server.asked.get(0));
    }

    /** One that knows no pages gives the same again. */
    @Test
    void aServerThatGivesAllEachTimeIsNotAskedForEver() throws Exception {
        server.paging = false;
        server.most = 10_000;
        server.count = 12;
        assertEquals(server.uids(), archive().studies());
        assertEquals(2, server.asked.size());
    }

    @Test
    void whatCannotBeScoredIsRefusedInASentence() throws Exception {
        assertRefused("The server pacs.example has no study that matches.", ExitCode.UNUSABLE);
        server.count = 200_000;
        assertRefused("The server pacs.example has more than 100000 studies that match; the query must say more.", ExitCode.UNUSABLE);
        server.failure = new DicomWebException("The server pacs.example answered with status 500.", true);
        assertRefused("The server pacs.example answered with status 500.", ExitCode.FAILED);
        assertEquals("The address of a server with DICOM web services is http(s)://HOST:PORT/PATH.",
                assertThrows(RefusedException.class, () -> new WebArchive(server, studies("pacs:104"))).getMessage());
    }

    private void assertRefused(String sentence, int exitCode) throws RefusedException {
        WebArchive archive = archive();
        RefusedException refused = assertThrows(RefusedException.class, archive::studies);
        assertEquals(sentence, refused.getMessage());
        assertEquals(exitCode, refused.exitCode());
    }

    private WebArchive archive() throws RefusedException {
        return new WebArchive(server, studies("https://pacs.example/dicom-web"));
    }

    private static WebStudies studies(String url) {
        return new WebStudies(url, new TreeMap<>(Map.of("ModalitiesInStudy", "MR")), "", "", "", "");
    }

    /** Has studies by number. */
    private static final class Server implements DicomWeb {
        private final List<Map<String, String>> asked = new ArrayList<>();
        private int count;
        private int most = 1000;
        private boolean paging = true;
        private DicomWebException failure;

        private List<String> uids() {
            return IntStream.range(0, count).mapToObj(number -> "1.2." + number).toList();
        }

        @Override
        public List<DicomObject> search(DicomWebNode node, String path, Map<String, String> parameters) throws IOException {
            asked.add(parameters);
            if (failure != null) {
                throw failure;
            }
            int from = paging ? Math.min(count, Integer.parseInt(parameters.get("offset"))) : 0;
            int page = paging ? Math.min(most, Integer.parseInt(parameters.get("limit"))) : count;
            return uids().subList(from, Math.min(count, from + page)).stream()
                    .map(uid -> new DicomObject().text(Tag.StudyInstanceUID, "UI", uid)).toList();
        }

        @Override
        public OptionalInt objects(DicomWebNode node, String study) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int retrieve(DicomWebNode node, String study, RetrieveLimits limits, ObjectTaker taker) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int retrieve(DicomWebNode node, String study, RetrieveLimits limits, Path folder, IntConsumer progress) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void store(DicomWebNode node, List<Path> files, Consumer<Path> accepted, Cancellation cancellation) {
            throw new UnsupportedOperationException();
        }
    }
}

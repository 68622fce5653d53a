package spine.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicomweb.multipart.MultipartWriter;

class StoreTest {
    private static final String BOUNDARY = "b0undary";
    private static final String TYPE = "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY;

    @TempDir
    Path folder;
    private FolderArchive archive;
    private WebServer server;

    @BeforeEach
    void start() throws Exception {
        archive = new FolderArchive(folder);
        server = new WebServer(archive, folder.resolve("receiving"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void allObjectsOfARequestAreStoredAndTheirStudiesComplete() throws Exception {
        byte[] first = SampleStudy.file(1, 1, 1);
        HttpResponse<byte[]> answer = server.post("/studies", TYPE, message(first, SampleStudy.file(2, 1, 1)));
        JsonNode json = json(answer);
        assertEquals(200, answer.statusCode());
        assertEquals("application/dicom+json", answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(List.of(SampleStudy.uid(1), SampleStudy.uid(2)), archive.complete);
        assertEquals(2, json.at("/00081199/Value").size());
        assertEquals(SampleStudy.instance(1, 1, 1), json.at("/00081199/Value/0/00081155/Value/0").asText());
        assertEquals("1.2.840.10008.5.1.4.1.1.4", json.at("/00081199/Value/0/00081150/Value/0").asText());
        assertTrue(json.at("/00081199/Value/0/00081190/Value/0").asText().endsWith("/studies/" + SampleStudy.uid(1) + "/series/"
                + SampleStudy.series(1, 1) + "/instances/" + SampleStudy.instance(1, 1, 1)));
        assertFalse(json.has("00081198"));
        assertArrayEquals(first, Files.readAllBytes(archive.received(SampleStudy.uid(1)).get(0)));
        assertEquals("STOW-RS", archive.senders.get(0));
        assertNothingLeft();
    }

    @Test
    void resultsDoNotMakeAStudyComplete() throws Exception {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        new NativeDicomCodec().write(SampleStudy.header(1, 9, 1).text(Tag.Modality, "CS", "SEG"), result);
        assertEquals(200, server.post("/studies", TYPE, message(result.toByteArray())).statusCode());
        assertEquals(List.of(), archive.complete);
    }

    @Test
    void anObjectOfAnotherStudyThanTheAddressSaysIsRefused() throws Exception {
        HttpResponse<byte[]> answer = server.post("/studies/" + SampleStudy.uid(1), TYPE, message(SampleStudy.file(1, 1, 1),
                SampleStudy.file(2, 1, 1)));
        JsonNode json = json(answer);
        assertEquals(202, answer.statusCode());
        assertEquals(SampleStudy.instance(2, 1, 1), json.at("/00081198/Value/0/00081155/Value/0").asText());
        assertEquals(0xC000, json.at("/00081198/Value/0/00081197/Value/0").asInt());
        assertEquals(List.of(), archive.complete, "a study is not complete when something of the request was refused");
        assertEquals(List.of(), archive.received(SampleStudy.uid(2)));
    }

    @Test
    void statusSaysWhyNothingWasStored() throws Exception {
        archive.limit(1000, 10);
        assertEquals(413, server.post("/studies", TYPE, message(SampleStudy.file(1, 1, 1))).statusCode());
        archive.limit(Long.MAX_VALUE, 1);
        HttpResponse<byte[]> some = server.post("/studies", TYPE, message(SampleStudy.file(1, 1, 1), SampleStudy.file(1, 1, 2)));
        assertEquals(202, some.statusCode());
        assertEquals(0xA700, json(some).at("/00081198/Value/0/00081197/Value/0").asInt());
        assertEquals(507, server.post("/studies", TYPE, message(SampleStudy.file(1, 1, 2))).statusCode());
        HttpResponse<byte[]> noDicom = server.post("/studies", TYPE, message("no DICOM".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(409, noDicom.statusCode());
        assertEquals(0xC000, json(noDicom).at("/0008119A/Value/0/00081197/Value/0").asInt());
        assertNothingLeft();
    }

    @Test
    void whatIsNoMessageOfObjectsIsRefusedInWords() throws Exception {
        byte[] object = SampleStudy.file(1, 1, 1);
        assertRefused(415, server.post("/studies", "application/dicom", object));
        assertRefused(415, server.post("/studies", "multipart/related; type=\"application/dicom+json\"; boundary=x", object));
        assertRefused(400, server.post("/studies", "multipart/related; type=\"application/dicom\"", message(object)));
        assertRefused(400, server.post("/studies", TYPE, object));
        assertRefused(400, server.post("/studies", TYPE, new byte[0]));
        assertRefused(400, server.post("/studies", TYPE, ("--" + BOUNDARY + "--").getBytes(StandardCharsets.US_ASCII)));
        assertRefused(404, server.post("/studies/passwd", TYPE, message(object)));
        assertRefused(404, server.post("/studies/1.2/series/1.2.3", TYPE, message(object)));
        assertRefused(405, server.other("DELETE", "/studies/1.2"));
        assertRefused(405, server.other("PUT", "/studies"));
        assertEquals(List.of(), archive.studies());
    }

    /** What was stored before the message broke off is kept, and the study is not taken for complete. */
    @Test
    void aMessageThatBreaksOffSaysSo() throws Exception {
        byte[] whole = message(SampleStudy.file(1, 1, 1), SampleStudy.file(1, 1, 2));
        HttpResponse<byte[]> answer = server.post("/studies", TYPE, Arrays.copyOf(whole, whole.length - 100));
        assertEquals(202, answer.statusCode());
        assertEquals(1, json(answer).at("/00081199/Value").size());
        assertEquals(0x0110, json(answer).at("/0008119A/Value/0/00081197/Value/0").asInt());
        assertEquals(List.of(), archive.complete);
        assertNothingLeft();
    }

    @Test
    void anyBytesAreAnsweredInBounds() throws Exception {
        Random random = new Random(1);
        byte[] whole = message(SampleStudy.file(1, 1, 1));
        for (int i = 0; i < 100; i++) {
            byte[] changed = whole.clone();
            for (int j = 0; j < 5; j++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            int status = server.post("/studies", TYPE, changed).statusCode();
            assertTrue(List.of(200, 202, 400, 409, 413).contains(status), "status " + status);
        }
        assertNothingLeft();
    }

    private static void assertRefused(int status, HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        assertEquals(status, answer.statusCode(), body);
        assertTrue(body.endsWith(".\n") && !body.contains("Exception"), body);
    }

    private void assertNothingLeft() {
        assertEquals(0, folder.resolve("receiving").toFile().list().length);
    }

    private static byte[] message(byte[]... objects) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try (MultipartWriter writer = new MultipartWriter(message, BOUNDARY)) {
            for (byte[] object : objects) {
                writer.part("application/dicom", out -> out.write(object));
            }
        }
        return message.toByteArray();
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}

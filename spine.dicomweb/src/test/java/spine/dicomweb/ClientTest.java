package spine.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.Cancellation;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicomweb.Credentials;
import spine.io.dicomweb.DicomWeb;
import spine.io.dicomweb.DicomWebException;
import spine.io.dicomweb.DicomWebNode;
import spine.io.dicomweb.RetrieveLimits;
import spine.io.dicomweb.internal.HttpDicomWeb;

/** The client at the services of this bundle, and at servers that are broken or mean ill. */
class ClientTest {
    private static final String STUDY = SampleStudy.uid(1);

    @TempDir
    Path folder;
    private final DicomWeb web = new HttpDicomWeb(new NativeDicomCodec());
    private FolderArchive archive;
    private WebServer server;
    private HttpServer other;

    @BeforeEach
    void start() throws Exception {
        archive = new FolderArchive(folder);
        server = new WebServer(archive, folder.resolve("receiving"));
        other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        other.setExecutor(Executors.newCachedThreadPool());
        other.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        other.stop(0);
    }

    @Test
    void whatWasStoredIsFoundAndComesBack() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int instance = 1; instance <= 3; instance++) {
            files.add(Files.write(folder.resolve(instance + ".dcm"), SampleStudy.file(1, 1, instance)));
        }
        List<Path> accepted = new ArrayList<>();
        web.store(node(server.root()), files, accepted::add, new Cancellation());
        assertEquals(files, accepted);
        assertEquals(List.of(STUDY), archive.complete);
        assertEquals("Grün^Eva", web.search(node(server.root()), "/studies", Map.of("PatientName", "grün*")).get(0).text(Tag.PatientName));
        assertEquals(List.of(), web.search(node(server.root() + "/"), "/studies", Map.of("PatientID", "nobody")));
        List<byte[]> back = new ArrayList<>();
        assertEquals(3, web.retrieve(node(server.root()), STUDY, RetrieveLimits.STANDARD, object -> back.add(object.readAllBytes())));
        assertArrayEquals(SampleStudy.file(1, 1, 2), back.get(1));
        Path out = Files.createDirectory(folder.resolve("out"));
        assertEquals(3, web.retrieve(node(server.root()), STUDY, RetrieveLimits.STANDARD, out, count -> { }));
        assertArrayEquals(SampleStudy.file(1, 1, 2), Files.readAllBytes(out.resolve(SampleStudy.instance(1, 1, 2) + ".dcm")));
        assertEquals(3, out.toFile().list().length);
    }

    @Test
    void whatDoesNotBelongToTheStudyIsNotKept() throws Exception {
        answer("/studies", exchange -> send(exchange, 200, "application/dicom+json", "[{}]"));
        for (byte[] wrong : List.of(SampleStudy.file(2, 1, 1), "no DICOM".getBytes(StandardCharsets.US_ASCII))) {
            answer("/studies/" + STUDY, exchange -> send(exchange, 200, "multipart/related; boundary=x", "--x\r\n\r\n"
                    + new String(wrong, StandardCharsets.ISO_8859_1) + "\r\n--x--"));
            Path out = Files.createTempDirectory(folder, "out");
            assertThrows(DicomWebException.class, () -> web.retrieve(node(root()), STUDY, RetrieveLimits.STANDARD, out, count -> { }));
            assertEquals(0, out.toFile().list().length);
        }
    }

    @Test
    void onlyWhatWasAcknowledgedIsAccepted() throws Exception {
        List<Path> files = List.of(Files.write(folder.resolve("1.dcm"), SampleStudy.file(1, 1, 1)),
                Files.write(folder.resolve("2.dcm"), SampleStudy.file(1, 1, 2)));
        archive.limit(Long.MAX_VALUE, 1);
        List<Path> accepted = new ArrayList<>();
        DicomWebException failure = assertThrows(DicomWebException.class,
                () -> web.store(node(server.root()), files, accepted::add, new Cancellation()));
        assertEquals(files.subList(0, 1), accepted);
        assertEquals("The server 127.0.0.1 has not stored 2.dcm (failure reason A700).", failure.getMessage());
        assertTrue(failure.isWorthTrying());
    }

    /** As Orthanc 1.10 answers to a message that it does not understand. */
    @Test
    void anAnswerThatNamesNothingAcceptsNothing() throws Exception {
        List<Path> files = List.of(Files.write(folder.resolve("1.dcm"), SampleStudy.file(1, 1, 1)));
        for (String body : List.of("", "{}", "[]")) {
            answer("/studies", exchange -> send(exchange, 200, "application/dicom+json", body));
            List<Path> accepted = new ArrayList<>();
            DicomWebException failure = assertThrows(DicomWebException.class,
                    () -> web.store(node(root()), files, accepted::add, new Cancellation()), body);
            assertEquals(List.of(), accepted);
            assertTrue(failure.isWorthTrying());
        }
    }

    @Test
    void whatIsNotThereOrIsMoreThanWantedIsOneSentence() throws Exception {
        archive.store(new ByteArrayInputStream(SampleStudy.file(1, 1, 1)), "test");
        archive.store(new ByteArrayInputStream(SampleStudy.file(1, 1, 2)), "test");
        assertEquals("The server 127.0.0.1 has no such study.", retrieval(server.root(), "1.2.3", RetrieveLimits.STANDARD).getMessage());
        assertEquals("What is asked for is no UID of a study.", retrieval(server.root(), "../etc", RetrieveLimits.STANDARD).getMessage());
        assertTrue(retrieval(server.root(), STUDY, new RetrieveLimits(1, 1 << 20, 1 << 20)).getMessage().contains("more than 1 parts"));
        assertTrue(retrieval(server.root(), STUDY, new RetrieveLimits(9, 100, 1 << 20)).getMessage().contains("more than 100 bytes"));
        assertTrue(retrieval(server.root(), STUDY, new RetrieveLimits(9, 1 << 20, 1000)).getMessage().contains("more than 1000 bytes"));
        assertTrue(retrieval("http://127.0.0.1:1", STUDY, RetrieveLimits.STANDARD).getMessage().contains("cannot be reached"));
    }

    @Test
    void fewerObjectsThanAnnouncedAreNotTheStudy() {
        answer("/studies", exchange -> send(exchange, 200, "application/dicom+json", "[{\"00201208\":{\"vr\":\"IS\",\"Value\":[2]}}]"));
        answer("/studies/" + STUDY, exchange -> send(exchange, 200, "multipart/related; type=\"application/dicom\"; boundary=x",
                "--x\r\n\r\nobject\r\n--x--"));
        assertEquals("The server 127.0.0.1 gave 1 of the 2 objects of the study.", retrieval().getMessage());
    }

    @Test
    void brokenServersAreOneSentence() {
        answer("/studies", exchange -> send(exchange, 200, "application/dicom+json", "[{}]"));
        answer("/studies/" + STUDY, exchange -> send(exchange, 200, "text/html", "<html>login</html>"));
        assertTrue(retrieval().getMessage().contains("something else"));
        answer("/studies/" + STUDY, exchange -> send(exchange, 200, "multipart/related; boundary=x", "--x\r\n\r\nobject\r\n"));
        assertTrue(retrieval().getMessage().contains("ends before its last boundary"));
        answer("/studies/" + STUDY, exchange -> {
            exchange.getResponseHeaders().set("Location", server.root() + "/studies/" + STUDY);
            send(exchange, 302, "text/plain", "");
        });
        assertTrue(retrieval().getMessage().contains("not followed"));
        answer("/studies", exchange -> send(exchange, 401, "text/plain", "no"));
        assertTrue(retrieval().getMessage().contains("who asks"));
        answer("/studies", exchange -> send(exchange, 200, "application/dicom+json", "[".repeat(100_000)));
        assertTrue(retrieval().getMessage().contains("not in the DICOM JSON model"));
        answer("/studies", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.close();
        });
        assertTrue(retrieval().getMessage().contains("broke"));
    }

    @Test
    void aServerThatSaysNothingMoreIsGivenUp() {
        answer("/studies", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            sleep();
        });
        long begun = System.nanoTime();
        assertEquals("The server 127.0.0.1 sent nothing for 1 s.", retrieval().getMessage());
        answer("/studies", exchange -> sleep());
        assertEquals("The server 127.0.0.1 did not answer within 1 s.", retrieval().getMessage());
        assertTrue(System.nanoTime() - begun < 8_000_000_000L);
    }

    @Test
    void credentialsAreSentToTheirServerAlone() throws Exception {
        List<String> seen = new ArrayList<>();
        answer("/studies", exchange -> {
            seen.add(exchange.getRequestHeaders().getFirst("Authorization"));
            send(exchange, 200, "application/dicom+json", "[]");
        });
        URI root = URI.create(root());
        web.search(new DicomWebNode(root, Credentials.basic("user", "pass"), Optional.empty(), Duration.ofSeconds(5)), "/studies",
                Map.of());
        web.search(new DicomWebNode(root, Credentials.bearer("t0ken"), Optional.empty(), Duration.ofSeconds(5)), "/studies", Map.of());
        web.search(node(root()), "/studies", Map.of());
        assertEquals(Arrays.asList("Basic dXNlcjpwYXNz", "Bearer t0ken", null), seen);
        for (String address : List.of("http://archive.example/dicom-web", "http://127.0.0.1.example/dicom-web")) {
            assertThrows(IllegalArgumentException.class, () -> new DicomWebNode(URI.create(address), Credentials.bearer("t"),
                    Optional.empty(),
                    Duration.ofSeconds(5)));
        }
        for (String address : List.of("ftp://a/b", "https:///b", "https://user:pass@a/b", "https://a/b?c", "a:104")) {
            assertThrows(IllegalArgumentException.class, () -> new DicomWebNode(DicomWebNode.address(address), Credentials.NONE,
                    Optional.empty(), Duration.ofSeconds(5)), address);
        }
    }

    @Test
    void credentialsComeFromFiles() throws Exception {
        Files.writeString(folder.resolve("word"), "secret\nmore\n");
        Files.writeString(folder.resolve("empty"), "");
        assertEquals(Optional.of("Bearer secret"), Credentials.of(folder, "", "", "word").header());
        assertTrue(Credentials.of(folder, "eva", "word", "").header().orElseThrow().startsWith("Basic "));
        assertTrue(Credentials.of(folder, "", "", "").header().isEmpty());
        for (String[] wrong : List.of(new String[] {"eva", "", ""}, new String[] {"", "word", ""}, new String[] {"eva", "word", "word"},
                new String[] {"", "", "missing"}, new String[] {"", "", "empty"})) {
            IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> Credentials.of(folder, wrong[0],
                    wrong[1], wrong[2]));
            assertTrue(failure.getMessage().endsWith(".") && !failure.getMessage().contains("secret"));
        }
        assertFalse(Credentials.bearer("secret").toString().contains("secret"));
    }

    private interface Answer {
        void send(HttpExchange exchange) throws IOException;
    }

    private void answer(String path, Answer answer) {
        try {
            other.removeContext(path);
        } catch (IllegalArgumentException none) {
            // The first answer at this path.
        }
        other.createContext(path, exchange -> {
            try (exchange) {
                answer.send(exchange);
            }
        });
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(5000);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private String root() {
        return "http://127.0.0.1:" + other.getAddress().getPort();
    }

    private DicomWebException retrieval() {
        return retrieval(root(), STUDY, RetrieveLimits.STANDARD);
    }

    private DicomWebException retrieval(String root, String study, RetrieveLimits limits) {
        return assertThrows(DicomWebException.class, () -> web.retrieve(node(root), study, limits, InputStream::readAllBytes));
    }

    private static DicomWebNode node(String root) {
        return new DicomWebNode(URI.create(root), Credentials.NONE, Optional.empty(), Duration.ofSeconds(1));
    }
}

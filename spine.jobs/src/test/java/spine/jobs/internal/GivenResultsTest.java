package spine.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.job.JobState;
import spine.io.dicomweb.multipart.MultipartWriter;
import spine.jobs.internal.store.DatabaseAddress;
import spine.jobs.internal.work.GivenResultException;
import spine.jobs.internal.work.GivenResultException.Reason;
import spine.pipeline.result.ResultFolder;

/** Results that another node gives back, and what is none. */
class GivenResultsTest {
    private static final String STUDY = "1.2.3";
    private static final String BOUNDARY = "there-is-no-other";
    private static final String TYPE = "multipart/mixed; boundary=" + BOUNDARY;

    @TempDir
    Path folder;
    private SampleQueue queue;
    private long id;
    private final Map<String, byte[]> files = new TreeMap<>();

    @BeforeEach
    void aJobThatAnotherNodeScores() throws Exception {
        queue = new SampleQueue(DatabaseAddress.folder(folder.resolve("home/jobs")), folder.resolve("home"), SampleQueue.RULES);
        queue.store(STUDY, 1, 1);
        id = queue.complete(STUDY).id();
        queue.beginAndForget();
        result(STUDY);
    }

    @AfterEach
    void close() throws IOException {
        queue.close();
    }

    private void result(String study) throws IOException {
        Path made = folder.resolve("made-" + study);
        SampleScoring.write(study, List.of(Path.of("1.dcm")), ResultFolder.of(made, study));
        try (Stream<Path> all = Files.list(made)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }

    private byte[] body() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MultipartWriter parts = new MultipartWriter(out, BOUNDARY)) {
            parts.part("text/plain; charset=utf-8", content -> content.write("A sentence.".getBytes(StandardCharsets.UTF_8)));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                parts.part("application/octet-stream; name=\"" + file.getKey() + "\"", content -> content.write(file.getValue()));
            }
        }
        return out.toByteArray();
    }

    private Reason refusal(int attempt, String type, byte[] body) throws Exception {
        Reason reason = assertThrows(GivenResultException.class,
                () -> queue.queue.given().take(id, attempt, type, new ByteArrayInputStream(body))).reason();
        try (Stream<Path> left = Files.list(folder.resolve("home/results"))) {
            assertEquals(List.of(), left.toList(), "nothing of it is kept");
        }
        assertEquals(Optional.empty(), queue.queue.archive().result(STUDY));
        return reason;
    }

    private void assertUnusable(String what) throws Exception {
        assertEquals(Reason.UNUSABLE, refusal(1, TYPE, body()), what);
        assertEquals(JobState.RUNNING, queue.jobs(STUDY).get(0).state(), "whoever scores it may come again");
    }

    @Test
    void aWholeResultIsKeptOnce() throws Exception {
        assertEquals(Reason.NOT_WANTED, refusal(2, TYPE, body()), "another attempt");
        assertEquals(Reason.NOT_WANTED, refusal(0, TYPE, body()), "an earlier attempt");
        queue.queue.given().take(id, 1, TYPE, new ByteArrayInputStream(body()));
        assertEquals("A sentence.", queue.await(id, JobState.DONE).reason());
        Path result = queue.queue.archive().result(STUDY).orElseThrow();
        assertEquals("1.dcm\n", Files.readString(result.resolve("files.txt")));
        assertEquals(Reason.NOT_WANTED, assertThrows(GivenResultException.class,
                () -> queue.queue.given().take(id, 1, TYPE, new ByteArrayInputStream(body()))).reason());
        assertTrue(queue.queue.archive().result(STUDY).isPresent());
    }

    @Test
    void whatWasCancelledMeanwhileIsNotKept() throws Exception {
        queue.queue.jobs().cancel(id);
        assertEquals(Reason.NOT_WANTED, refusal(1, TYPE, body()));
        assertEquals(JobState.CANCELLED, queue.jobs(STUDY).get(0).state());
    }

    @Test
    void aResultThatWasChangedByHandIsKeptBeside() throws Exception {
        Path before = Files.createDirectories(folder.resolve("home/results").resolve(STUDY));
        Files.writeString(before.resolve("remarks.txt"), "mine");
        queue.queue.given().take(id, 1, TYPE, new ByteArrayInputStream(body()));
        assertEquals("mine", Files.readString(before.resolveSibling(STUDY + ".kept-1").resolve("remarks.txt")));
        assertFalse(Files.exists(before.resolve("remarks.txt")));
    }

    @Test
    void namesThatLeadOutOfTheFolderAreRefused() throws Exception {
        for (String name : List.of("../escaped.txt", "/tmp/escaped.txt", "a/../../escaped.txt", "..", ".", ".hidden", "a/.hidden", "",
                "a//b", "a\\\\b", "a/b/c/d/e/f", "x".repeat(200), "a\u0000b", "CON:", "sr.dcm/under", "a b")) {
            files.put(name, new byte[1]);
            assertUnusable(name);
            files.remove(name);
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertTrue(all.noneMatch(file -> file.getFileName().toString().contains("escaped")));
        }
    }

    @Test
    void whatIsNoWholeMessageIsRefused() throws Exception {
        byte[] whole = body();
        for (String type : Arrays.asList(null, "", "text/plain", "multipart/mixed", "multipart/related; boundary=" + BOUNDARY,
                "multipart/mixed; boundary=\"\u0001\"", "multipart/mixed; boundary=other")) {
            assertEquals(Reason.UNUSABLE, refusal(1, type, whole), type);
        }
        for (int length = 0; length < whole.length - 4; length += 97) {
            assertEquals(Reason.UNUSABLE, refusal(1, TYPE, Arrays.copyOf(whole, length)), length + " bytes");
        }
        assertEquals(Reason.UNUSABLE, refusal(1, TYPE, ("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII)));
        String twice = new String(whole, StandardCharsets.ISO_8859_1).replace("name=\"sr.dcm\"", "name=\"sc.dcm\"");
        assertEquals(Reason.UNUSABLE, refusal(1, TYPE, twice.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void whatIsNoResultOfTheStudyIsRefused() throws Exception {
        Map<String, byte[]> good = Map.copyOf(files);
        files.remove("manifest.json");
        assertUnusable("no manifest");
        files.put("manifest.json", "{}".getBytes(StandardCharsets.UTF_8));
        assertUnusable("another manifest");
        files.putAll(good);
        files.put("more.html", new byte[1]);
        assertUnusable("a file that the manifest does not have");
        files.remove("more.html");
        files.put("sr.dcm", new byte[1000]);
        assertUnusable("a file with other bytes");
        files.remove("sr.dcm");
        assertUnusable("a file less");
        files.clear();
        assertUnusable("no files");
        result("1.2.4");
        assertUnusable("the result of another study");
    }

    @Test
    void objectsOfOtherStudiesAreRefused() throws Exception {
        Path made = folder.resolve("mixed");
        ResultFolder mixed = ResultFolder.of(made, STUDY);
        try (var fresh = mixed.begin()) {
            Files.copy(SampleObjects.report("1.2.4", 9), fresh.staging().resolve("sr.dcm"));
            mixed.publish(fresh, List.of(), Optional.empty());
        }
        files.clear();
        for (String name : List.of("sr.dcm", "manifest.json")) {
            files.put(name, Files.readAllBytes(made.resolve(name)));
        }
        assertUnusable("an object of another study");
    }

    @Test
    void thereAreBounds() throws Exception {
        files.put("large.bin", new byte[(1 << 20) + 1]);
        assertEquals(Reason.TOO_LARGE, refusal(1, TYPE, body()));
        files.remove("large.bin");
        for (int i = 0; i < 8; i++) {
            files.put("more-" + i, new byte[1]);
        }
        assertEquals(Reason.TOO_LARGE, refusal(1, TYPE, body()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MultipartWriter parts = new MultipartWriter(out, BOUNDARY)) {
            parts.part("text/plain", content -> content.write(new byte[10_000]));
        }
        assertEquals(Reason.TOO_LARGE, refusal(1, TYPE, out.toByteArray()));
    }
}

package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;

/**
 * A study comes in by STOW-RS, is scored, and is opened in OHIF: images, segmentation and report. Only where the bundle of the viewer was
 * built (Maven profile {@code viewer}) and Chromium is installed.
 */
public class ViewerIT {
    private static final String USER = "eva";
    private static final String PASSWORD = "a password of many letters";
    private static final int PATIENCE_SECONDS = 120;
    private static final String BOUNDARY = "viewer-it";

    private final HttpClient http = HttpClient.newHttpClient();
    private Path work;
    private String root;
    private Process serving;

    @Before
    public void serve() throws Exception {
        List<Path> viewer = files(Path.of("..", "spine.viewer", "target"), "spine\\.viewer-[0-9.]+(-SNAPSHOT)?\\.jar");
        Assume.assumeTrue("the viewer was not built", !viewer.isEmpty());
        Assume.assumeTrue("Chromium is not installed", Files.exists(Chromium.PROGRAM));
        work = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "viewer");
        Product product = new Product(work.resolve("home"));
        Files.copy(viewer.get(0), product.deploy().resolve(viewer.get(0).getFileName()));
        int port = freePort();
        Path conf = Files.createDirectories(product.home().resolve("conf"));
        Files.writeString(conf.resolve("spine.web.cfg"), "port = " + port + "\n");
        Files.writeString(conf.resolve("spine.listener.cfg"), "port = " + freePort() + "\n");
        WebHome.addUser(product.home(), USER, PASSWORD);
        assertEquals(0, product.run("--quiet", "phantom", "--profile", "shift", "--out", work.resolve("study").toString(), "--n", "1",
                "--seed", "7").exitCode());
        root = "http://127.0.0.1:" + port;
        serving = product.start("serve");
        await(() -> get("/dicom-web/studies").statusCode() == 204);
    }

    @After
    public void end() throws Exception {
        if (serving != null) {
            serving.destroy();
            assertTrue(serving.waitFor(60, TimeUnit.SECONDS));
        }
    }

    @Test
    public void ohifOpensImagesSegmentationAndReport() throws Exception {
        store(files(work.resolve("study"), ".*"));
        await(() -> json("/api/v1/jobs").at("/jobs/0/state").asText().equals("done"));
        JsonNode series = json("/dicom-web/studies/" + study() + "/series");
        try (Chromium browser = new Chromium(work.resolve("chromium"))) {
            browser.open(root + "/login");
            browser.await("document.forms.length == 1", 20);
            browser.evaluate("document.querySelector('#name').value = '" + USER + "'; document.querySelector('#password').value = '"
                    + PASSWORD
                    + "'; document.forms[0].requestSubmit()");
            browser.await("location.pathname == '/'", 20);
            browser.open(root + "/viewer/viewer?StudyInstanceUIDs=" + study());
            browser.await("document.body.innerText.includes('spine oedema') && document.body.innerText.includes('spine report')",
                    PATIENCE_SECONDS);
            browser.await("document.querySelector('.viewport-element canvas, canvas.cornerstone-canvas')", PATIENCE_SECONDS);
            browser.photograph(work.resolve("images.png"));
            browser.open(address(series, "SEG", "spine oedema"));
            browser.await("document.body.innerText.match(/\\(\\d+\\/\\d+\\)/) && !document.body.innerText.includes('Loading SEG')",
                    PATIENCE_SECONDS);
            browser.photograph(work.resolve("segmentation.png"));
            browser.open(address(series, "SR", "spine report"));
            browser.await("document.body.innerText.includes('Imaging Measurement Report')", PATIENCE_SECONDS);
            browser.photograph(work.resolve("report.png"));
        }
    }

    private String address(JsonNode series, String modality, String description) {
        for (JsonNode one : series) {
            if (value(one, "00080060").equals(modality) && value(one, "0008103E").equals(description)) {
                return root + "/viewer/viewer?StudyInstanceUIDs=" + study() + "&initialSeriesInstanceUID=" + value(one, "0020000E");
            }
        }
        throw new AssertionError("no series " + description + " in " + series);
    }

    private String study() {
        try {
            return value(json("/dicom-web/studies").get(0), "0020000D");
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String value(JsonNode object, String tag) {
        return object.path(tag).path("Value").path(0).asText();
    }

    private void store(List<Path> files) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length > 132 && new String(bytes, 128, 4, StandardCharsets.US_ASCII).equals("DICM") && !file.toString()
                    .contains("truth")) {
                body.write(("--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                body.write(bytes);
                body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
        body.write(("--" + BOUNDARY + "--").getBytes(StandardCharsets.US_ASCII));
        HttpResponse<String> answer = http.send(request("/dicom-web/studies").header("Content-Type",
                "multipart/related; type=\"application/dicom\"; boundary="
                + BOUNDARY).POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(answer.body(), 200, answer.statusCode());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).header("Authorization", "Basic "
                + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(get(path).body());
    }

    private interface Condition {
        boolean isTrue() throws IOException, InterruptedException;
    }

    private static void await(Condition condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            try {
                if (condition.isTrue()) {
                    return;
                }
            } catch (IOException notYet) {
                // Nobody listens yet.
            }
            assertTrue("it does not come true", System.nanoTime() < end);
            Thread.sleep(500);
        }
    }

    private static List<Path> files(Path folder, String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> Files.isRegularFile(file) && file.getFileName().toString().matches(name)).sorted().toList();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}

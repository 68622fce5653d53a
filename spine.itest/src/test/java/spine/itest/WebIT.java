package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.inject.Inject;

import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.BundleStartLevel;

import spine.api.intake.StudyArchive;
import spine.api.job.Jobs;
import spine.api.job.WorkerDoor;

/** The web pages and the REST API of the delivered platform, asked by everybody for everything. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class WebIT {
    private static final String PASSWORD = "correct horse battery";
    private static final String STUDY = "1.2.3.4";
    private static final List<String> ROLES = List.of("none", "viewer", "reader", "operator", "admin");
    private static final String WORKER = "worker";
    private static final List<String> DICOM_WEB = List.of("GET /dicom-web/studies reader",
            "GET /dicom-web/studies/" + STUDY + " reader", "GET /dicom-web/studies/" + STUDY + "/metadata reader",
            "POST /dicom-web/studies operator", "POST /dicom-web/studies/" + STUDY + " operator",
            "GET / viewer", "GET /page/start.js viewer",
            "POST /logout viewer", "GET /viewer reader", "GET /login none", "GET /login/oidc none",
            "GET /login/oidc/answer none");

    @Inject
    private BundleContext context;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Properties secrets = new Properties();

    @Configuration
    public Option[] platform() throws IOException {
        return new Option[] {RunSet.serving(WebHome.make("anna", PASSWORD, STUDY))};
    }

    @Before
    public void start() throws Exception {
        Path home = Path.of(context.getProperty("spine.home"));
        try (InputStream in = Files.newInputStream(home.resolve(WebHome.SECRETS))) {
            secrets.load(in);
        }
        if (context.getServiceReference(Jobs.class) == null) {
            context.registerService(Jobs.class, new FewJobs(STUDY), null);
            context.registerService(StudyArchive.class, new OneStudy(STUDY, home.resolve("results").resolve(STUDY)), null);
            level("spine.web", 29);
            level("org.apache.felix.http.jetty", 30);
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!up()) {
            assertTrue("nothing listens", System.nanoTime() < end);
            Thread.sleep(50);
        }
    }

    private void level(String bundle, int level) {
        Arrays.stream(context.getBundles()).filter(b -> bundle.equals(b.getSymbolicName())).findFirst().orElseThrow()
                .adapt(BundleStartLevel.class).setStartLevel(level);
    }

    private boolean up() throws Exception {
        try {
            return get("none", "/health/live").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The document of the API says who may do what; so does the table above of what is not in it. */
    @Test
    public void everyRouteIsForItsRolesAlone() throws Exception {
        List<String> routes = new ArrayList<>(DICOM_WEB);
        JsonNode paths = json(get("viewer", "/api/v1/openapi.json")).path("paths");
        paths.fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> routes.add(
                operation.getKey().toUpperCase(Locale.ROOT) + " "
                        + path.getKey().replace("{id}", "99").replace("{attempt}", "1").replace("{study}", STUDY).replace("{file}", "none")
                        + " "
                        + operation.getValue().path("x-role").textValue())));
        assertTrue(routes.toString(), routes.size() > 30);
        assertEquals(401, get("none", "/api/v1/events").statusCode());
        assertTrue("it has no end", routes.remove("GET /api/v1/events viewer"));
        for (String route : routes) {
            String[] parts = route.split(" ");
            for (String role : ROLES) {
                int status = ask(role, parts[0], parts[1]).statusCode();
                int refused = role.equals("none") ? 401 : 403;
                boolean allowed = !parts[2].equals(WORKER) && ROLES.indexOf(role) >= ROLES.indexOf(parts[2]);
                assertTrue(route + " as " + role + ": " + status, allowed ? status != 401 && status != 403 : status == refused);
            }
        }
        // Another platform, which has been told the secret of this one.
        secrets.setProperty(WORKER, context.getService(context.getServiceReference(WorkerDoor.class)).secret());
        for (String route : routes) {
            String[] parts = route.split(" ");
            boolean allowed = parts[2].equals("none") || parts[2].equals(WORKER)
                    || route.matches("GET /dicom-web/studies(/[0-9.]+)? reader");
            assertEquals(route, !allowed, ask(WORKER, parts[0], parts[1]).statusCode() == 403);
        }
        routes.add("GET /api/v1/events viewer");
        for (String route : routes) {
            String[] parts = route.split(" ");
            if (parts[0].equals("GET")) {
                for (String role : List.of("none", "admin")) {
                    HttpResponse<String> head = ask(role, "HEAD", parts[1]);
                    boolean refused = role.equals("none") && !parts[2].equals("none");
                    assertTrue("HEAD " + route + " as " + role + ": " + head.statusCode(), refused == (head.statusCode() == 401));
                    assertEquals(route, "", head.body());
                }
            }
            for (String method : List.of("PUT", "DELETE", "OPTIONS", "TRACE")) {
                assertEquals(method + " " + parts[1], 401, ask("none", method, parts[1]).statusCode());
                assertEquals(method + " " + parts[1], 405, ask("admin", method, parts[1]).statusCode());
            }
        }
        for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO")) {
            assertEquals(method, 405, ask("admin", method, "/api/v1/jobs").statusCode());
            assertEquals(method, 401, ask("none", method, "/api/v1/jobs").statusCode());
        }
        assertEquals("a token in an address", 401, get("none", "/api/v1/jobs?access_token=" + secrets.getProperty("admin")).statusCode());
        assertEquals(404, get("admin", "/api/v2").statusCode());
        assertEquals(401, get("none", "/api/v2").statusCode());
    }

    @Test
    public void aBrowserLogsInAndOnlyItsOwnPageChangesAnything() throws Exception {
        HttpResponse<String> wrong = login("anna", "wrong password", "");
        assertEquals(401, wrong.statusCode());
        assertFalse(wrong.headers().firstValue("Set-Cookie").isPresent());
        assertEquals(403, login("anna", PASSWORD, "Origin: http://evil.example").statusCode());
        HttpResponse<String> right = login("anna", PASSWORD, "Cookie: spine=fixed-by-somebody-else");
        assertEquals(303, right.statusCode());
        String set = right.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(set, set.contains("HttpOnly") && set.contains("SameSite=Strict") && !set.contains("fixed"));
        String cookie = "Cookie: " + set.substring(0, set.indexOf(';'));
        assertEquals(401, send("GET", "/api/v1/jobs", "", "Cookie: spine=fixed-by-somebody-else").statusCode());
        JsonNode session = json(send("GET", "/api/v1/session", "", cookie));
        assertEquals("anna", session.path("name").textValue());
        assertEquals(403, send("POST", "/api/v1/jobs/1/cancel", "", cookie).statusCode());
        assertEquals(403, send("POST", "/api/v1/jobs/1/cancel", "", cookie, "X-CSRF-Token: guessed").statusCode());
        for (String page : List.of("Origin: http://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site")) {
            for (String proof : List.of(cookie, "Authorization: Basic " + base64("anna:" + PASSWORD), bearer("operator"))) {
                assertEquals(page + " " + proof, 403, send("POST", "/api/v1/jobs/1/cancel", "", proof, page,
                        "X-CSRF-Token: " + session.path("csrf").textValue()).statusCode());
            }
        }
        String csrf = "X-CSRF-Token: " + session.path("csrf").textValue();
        assertEquals("cancelled", json(send("POST", "/api/v1/jobs/1/cancel", "", cookie, csrf)).path("state").textValue());
        assertEquals(409, send("POST", "/api/v1/jobs/1/cancel", "", cookie, csrf).statusCode());
        assertTrue(accessLog().contains("\tchange\tanna\t127.0.0.1\tsession\tPOST /api/v1/jobs/1/cancel\t" + STUDY + "\t200\t"));
        HttpResponse<String> page = send("GET", "/", "", cookie);
        assertEquals(200, page.statusCode());
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy, policy.startsWith("default-src 'none'") && policy.contains("frame-ancestors 'none'")
                && !policy.contains("unsafe"));
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
        assertEquals(200, send("POST", "/logout", "", cookie, csrf).statusCode());
        assertEquals(303, send("GET", "/", "", cookie, "Accept: text/html").statusCode());
    }

    @Test
    public void resultsAreReadWithinTheirFolder() throws Exception {
        String results = "/api/v1/results/" + STUDY;
        assertEquals(List.of("dicom/sr.dcm", "report.html"), json(get("reader", results)).findValuesAsText("name"));
        HttpResponse<String> report = get("reader", results + "/report.html");
        assertEquals("<p>report</p>", report.body());
        String policy = report.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy, policy.matches(".*; script-src 'sha256-[^' ]+'; .*; sandbox allow-scripts"));
        assertEquals("DICM", get("reader", results + "/dicom/sr.dcm").body());
        for (String path : List.of("/dicom/link.txt", "/dicom", "/secret", "/../../users.json",
                "/%2e%2e/%2e%2e/users.json", "/..%2f..%2fusers.json", "/dicom/..;/report.html", "//report.html",
                "/dicom\\..\\report.html")) {
            String answer = raw("GET " + results + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + secrets.getProperty("reader")
                    + "\r\nConnection: close\r\n\r\n");
            assertTrue(path + ": " + answer, answer.startsWith("HTTP/1.1 404") || answer.startsWith("HTTP/1.1 400"));
        }
        assertTrue(accessLog().contains("\tread\ttest\t127.0.0.1\ttoken "));
    }

    @Test
    public void aComparisonIsReadAsAResultIs() throws Exception {
        String comparison = "/api/v1/studies/" + STUDY + "/comparison";
        assertEquals(List.of("comparison.html"), json(get("reader", comparison)).findValuesAsText("name"));
        HttpResponse<String> page = get("reader", comparison + "/comparison.html");
        assertEquals("<p>comparison</p>", page.body());
        assertTrue(page.headers().firstValue("Content-Security-Policy").orElseThrow().contains("sandbox allow-scripts"));
        assertEquals(403, get("viewer", comparison + "/comparison.html").statusCode());
        for (String path : List.of("/comparison.csv", "/none", "/../" + STUDY + "/comparison.html", "/%2e%2e/users.json")) {
            assertTrue(path, List.of(400, 404).contains(get("reader", comparison + path).statusCode()));
        }
        assertEquals(404, get("reader", "/api/v1/studies/1.2.3/comparison").statusCode());
        assertEquals(400, get("reader", "/api/v1/studies/comparisons/comparison").statusCode());
        assertTrue(json(get("viewer", "/api/v1/studies/" + STUDY)).path("comparison").booleanValue());
        assertTrue(json(get("viewer", "/api/v1/jobs")).path("jobs").path(0).path("comparison").booleanValue());
        assertEquals(1, json(get("viewer", "/api/v1/jobs/2")).path("comparisonDoubts").size());
    }

    @Test
    public void theStartPageLeadsToAComparisonOrSaysWhyThereIsNone() throws Exception {
        Assume.assumeTrue("chromium is not installed, the page is not opened", Files.exists(Chromium.PROGRAM));
        try (Chromium browser = new Chromium(Files.createTempDirectory(Path.of(context.getProperty("spine.home")), "browser"))) {
            browser.open("http://127.0.0.1:" + secrets.getProperty("port") + "/login");
            browser.await("document.forms.length == 1", 20);
            browser.evaluate("document.querySelector('#name').value = 'anna'; document.querySelector('#password').value = '" + PASSWORD
                    + "'; document.forms[0].requestSubmit()");
            String link = "document.querySelector('#jobs a[href$=\"/comparison.html\"]')";
            browser.await(link, 20);
            assertEquals("Study " + STUDY + " is not compared with study 1.2: &lt;img src=x onerror=\"window.ran=1\"&gt;.",
                    browser.evaluate(link + ".closest('tr').cells[6].innerHTML"));
            browser.evaluate(link + ".click()");
            browser.await("document.body && document.body.innerText.trim() == 'comparison'", 20);
        }
    }

    @Test
    public void hostileRequestsGetASentenceAndNoDetails() throws Exception {
        for (String head : List.of("GET /" + "a".repeat(20_000) + " HTTP/1.1", "GET / HTTP/1.1\r\nX: " + "a".repeat(20_000),
                "\u0000\u0001 / HTTP/1.1",
                "GET /login HTTP/9.9", "GET http://[/ HTTP/1.1", "POST /login HTTP/1.1\r\nContent-Length: -1",
                "POST /login HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked")) {
            String answer = raw(head + "\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertTrue(head.substring(0, 12) + ": " + answer, answer.isEmpty() || answer.matches("(?s)HTTP/1.1 [45].*"));
            assertFalse(answer, answer.contains("org.eclipse") || answer.contains("Jetty"));
        }
        String form = "name=anna&password=" + "a".repeat(20_000);
        assertTrue(raw("POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + form.length() + "\r\nConnection: close\r\n\r\n" + form).startsWith("HTTP/1.1 400"));
        String body = "{\"model\":\"" + "a".repeat(100_000) + "\"}";
        assertEquals(413, send("POST", "/api/v1/models/use", body, bearer("operator"), "Content-Type: application/json").statusCode());
        for (String bad : List.of("", "[]", "{", "{\"model\":7}", "[".repeat(10_000), "{\"model\":\"\"}")) {
            assertEquals(bad, 400, send("POST", "/api/v1/models/use", bad, bearer("operator"), "Content-Type: application/json")
                    .statusCode());
        }
        for (String query : List.of("limit=0", "limit=99999", "limit=x", "state=lost", "study=../..", "before=-1")) {
            assertEquals(query, 400, get("viewer", "/api/v1/jobs?" + query).statusCode());
        }
        for (int i = 0; i < 6; i++) {
            send("GET", "/api/v1/jobs", "", "Authorization: Basic " + base64("mallory\r\nforged:guess" + i));
        }
        assertEquals(429, send("GET", "/api/v1/jobs", "", "Authorization: Basic " + base64("mallory\r\nforged:guess")).statusCode());
        assertTrue(accessLog().lines().noneMatch(line -> line.startsWith("forged")));
    }

    @Test
    public void jobsEventsAndFigures() throws Exception {
        JsonNode list = json(get("viewer", "/api/v1/jobs?state=waiting,done&limit=1"));
        assertEquals(1, list.path("jobs").size());
        assertEquals(list.path("jobs").path(0).path("id"), list.path("next"));
        assertEquals(3, json(get("viewer", "/api/v1/jobs")).path("jobs").size());
        assertEquals(404, get("viewer", "/api/v1/jobs/99").statusCode());
        assertEquals(7, json(send("POST", "/api/v1/jobs/2/priority", "{\"priority\":7}", bearer("operator"),
                "Content-Type: application/json")).path("priority").intValue());
        HttpResponse<Stream<String>> events = client.send(request("GET", "/api/v1/events", "", bearer("viewer")).build(),
                HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = events.body()) {
            ask("operator", "POST", "/api/v1/jobs/3/retry");
            String data = lines.filter(line -> line.startsWith("data: ")).findFirst().orElseThrow();
            assertEquals("waiting", new ObjectMapper().readTree(data.substring(6)).path("state").textValue());
        }
        String metrics = get("viewer", "/api/v1/metrics").body();
        assertTrue(metrics, metrics.contains("spine_queue_length ") && metrics.contains("spine_jobs{state=\"needs-attention\"} 0")
                && metrics.contains("jvm_memory_used_bytes{area=\"heap\"} "));
        assertTrue(json(get("viewer", "/api/v1/models")).path("models").size() >= 2);
        assertEquals("sparcc", json(get("viewer", "/api/v1/indexes")).path("indexes").path(0).path("id").textValue());
    }

    /** By a provider as it is delivered, glewlwyd of Debian. */
    @Test
    public void whoeverTheProviderVouchesForLogsIn() throws Exception {
        assertTrue(get("none", "/login").body().contains("<a class=\"other\" href=\"/login/oidc\">Sign in with &lt;the hospital&gt;</a>"));
        assertEquals("no provider is there yet", 502, get("none", "/login/oidc").statusCode());
        assertEquals(400, get("none", "/login/oidc/answer?code=x&state=x").statusCode());
        Assume.assumeTrue("glewlwyd is not installed, login by a provider skipped", Glewlwyd.isInstalled());
        Path folder = Files.createTempDirectory(Path.of(context.getProperty("spine.home")), "provider");
        try (Glewlwyd provider = Glewlwyd.start(folder, secrets.getProperty("provider"),
                "http://127.0.0.1:" + secrets.getProperty("port") + "/login/oidc/answer")) {
            // A failure is not looked at again at once.
            Thread.sleep(2_000);
            HttpResponse<String> begun = get("none", "/login/oidc");
            assertEquals(begun.body(), 303, begun.statusCode());
            String begunBy = cookie(begun);
            assertTrue(begunBy, begun.headers().firstValue("Set-Cookie").orElseThrow().contains("HttpOnly; SameSite=Lax"));
            String answer = path(provider.logIn(begun.headers().firstValue("Location").orElseThrow()));
            assertEquals("another browser", 400, get("none", answer).statusCode());
            assertEquals("another login", 400, send("GET", answer, "", cookie(get("none", "/login/oidc"))).statusCode());
            HttpResponse<String> refused = send("GET", answer.replaceFirst("code=[^&]*", "code=guessed"), "", begunBy);
            assertEquals(403, refused.statusCode());
            HttpResponse<String> done = send("GET", answer, "", begunBy);
            assertEquals(done.body(), 200, done.statusCode());
            String session = done.headers().allValues("Set-Cookie").stream().filter(set -> set.startsWith("spine=")).findFirst()
                    .orElseThrow();
            assertTrue(session, session.contains("HttpOnly; SameSite=Strict"));
            String cookie = "Cookie: " + session.substring(0, session.indexOf(';'));
            JsonNode who = json(send("GET", "/api/v1/session", "", cookie));
            assertEquals(Glewlwyd.USER + " reader", who.path("name").textValue() + " " + who.path("role").textValue());
            assertEquals(200, send("GET", "/api/v1/results/" + STUDY, "", cookie).statusCode());
            String csrf = "X-CSRF-Token: " + who.path("csrf").textValue();
            assertEquals(403, send("POST", "/api/v1/jobs/2/retry", "", cookie, csrf).statusCode());
            assertEquals(403, send("POST", "/logout", "", cookie).statusCode());
            assertEquals("a code is good for once", 403, send("GET", answer, "", begunBy).statusCode());
            assertEquals(200, send("POST", "/logout", "", cookie, csrf).statusCode());
            assertEquals(401, send("GET", "/api/v1/session", "", cookie).statusCode());
            String issuer = Glewlwyd.issuer(secrets.getProperty("provider"));
            assertTrue(accessLog(), accessLog().contains("\tlogin\t" + Glewlwyd.USER + "\t127.0.0.1\toidc\t" + issuer + " "));
            assertTrue(accessLog().contains("\tlogin-failed\t-\t127.0.0.1\toidc\t" + issuer + "\t-\t403\t"));
        }
    }

    private static String cookie(HttpResponse<?> response) {
        String set = response.headers().firstValue("Set-Cookie").orElseThrow();
        return "Cookie: " + set.substring(0, set.indexOf(';'));
    }

    private static String path(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private HttpResponse<String> get(String role, String path) throws Exception {
        return ask(role, "GET", path);
    }

    private HttpResponse<String> ask(String role, String method, String path) throws Exception {
        return role.equals("none") ? send(method, path, "") : send(method, path, "", bearer(role));
    }

    private HttpResponse<String> login(String name, String password, String header) throws Exception {
        String form = "name=" + name + "&password=" + password.replace(' ', '+');
        List<String> headers = new ArrayList<>(List.of("Content-Type: application/x-www-form-urlencoded"));
        if (!header.isEmpty()) {
            headers.add(header);
        }
        return send("POST", "/login", form, headers.toArray(String[]::new));
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        return client.send(request(method, path, body, headers).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + secrets.getProperty("port") + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        for (String header : headers) {
            request.header(header.substring(0, header.indexOf(':')), header.substring(header.indexOf(':') + 2));
        }
        return request;
    }

    private String accessLog() throws IOException {
        return Files.readString(Path.of(context.getProperty("spine.home"), "access.log"));
    }

    private String bearer(String role) {
        return "Authorization: Bearer " + secrets.getProperty(role);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        assertEquals(response.body(), 200, response.statusCode());
        return new ObjectMapper().readTree(response.body());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(secrets.getProperty("port")))) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            } catch (SocketException reset) {
                return "";
            }
        }
    }
}

package spine.stress.internal.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * An Orthanc that results go to. It notes by itself what it receives, and whether it had that already. It listens on all addresses of the
 * machine, but talks by DICOM with one title on this machine alone, and by HTTP with this machine.
 */
final class Archive {
    private static final Path PROGRAM = Path.of("/usr/sbin/Orthanc");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 50;
    private static final int AT_ONCE = 1000;
    private static final String SETTINGS = """
            {"StorageDirectory": "db", "IndexDirectory": "db", "LuaScripts": ["note.lua"], "Plugins": [],
            "DicomAet": "ORTHANC", "DicomPort": %d, "DicomCheckCalledAet": false, "HttpPort": %d, "RemoteAccessAllowed": false,
            "AuthenticationEnabled": false, "DicomAlwaysAllowEcho": false, "DicomAlwaysAllowStore": false, "DicomCheckModalityHost": true,
            "DicomModalities": {"spine": {"AET": "SPINE", "Host": "127.0.0.1", "Port": %d, "AllowEcho": true, "AllowStore": true,
            "AllowFind": true}}}
            """;
    private static final String SCRIPT = """
            function ReceivedInstanceFilter(dicom, origin, info)
              local there = ParseJson(RestApiPost("/tools/lookup", dicom.SOPInstanceUID, true))
              local file = io.open([[%s]], "a")
              file:write(dicom.StudyInstanceUID .. " " .. dicom.SOPInstanceUID .. " " .. dicom.Modality .. " " .. #there .. "\\n")
              file:close()
              return true
            end
            """;

    private final Path folder;
    private final int dicomPort = freePort();
    private final int httpPort = freePort();
    private Process process;

    /** @param folder for all that it writes */
    Archive(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.writeString(folder.resolve("orthanc.json"), SETTINGS.formatted(dicomPort, httpPort, freePort()));
        Files.writeString(folder.resolve("note.lua"), SCRIPT.formatted(log()));
        Files.writeString(log(), "");
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** What it notes of each object that it receives: study, SOP instance UID, modality, and how many of this UID it had. */
    Path log() {
        return folder.resolve("objects.log");
    }

    int dicomPort() {
        return dicomPort;
    }

    /** Returns when it answers. */
    void start() throws IOException, InterruptedException {
        process = new ProcessBuilder(PROGRAM.toString(), folder.resolve("orthanc.json").toString()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("orthanc.log").toFile())).start();
        for (long end = System.nanoTime() + PATIENCE.toNanos(); !answers();) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("Orthanc does not start; it says why in " + folder.resolve("orthanc.log") + ".");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** In order, as an administrator does. */
    void stop() throws InterruptedException {
        if (process == null) {
            return;
        }
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** SOP instance UIDs of all that it has, with the numbers by which it knows them. */
    Map<String, String> instances() throws IOException, InterruptedException {
        Map<String, String> instances = new HashMap<>();
        JsonNode page;
        do {
            page = get("/instances?expand&since=" + instances.size() + "&limit=" + AT_ONCE);
            page.forEach(one -> instances.put(one.path("MainDicomTags").path("SOPInstanceUID").asText(), one.path("ID").asText()));
        } while (page.size() == AT_ONCE);
        return instances;
    }

    private boolean answers() throws InterruptedException {
        try {
            get("/system");
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What it says of itself. */
    JsonNode get(String path) throws IOException, InterruptedException {
        // A connection of its own: Orthanc closes idle ones, and one may be closed as it is used again.
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path)).timeout(PATIENCE).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("Orthanc answers to " + path + " with status " + answer.statusCode());
        }
        return new ObjectMapper().readTree(answer.body());
    }
}

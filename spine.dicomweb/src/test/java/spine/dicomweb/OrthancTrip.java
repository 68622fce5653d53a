package spine.dicomweb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spine.api.Cancellation;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicomweb.Credentials;
import spine.io.dicomweb.DicomWeb;
import spine.io.dicomweb.DicomWebNode;
import spine.io.dicomweb.RetrieveLimits;
import spine.io.dicomweb.internal.HttpDicomWeb;

/** A program that runs beside an Orthanc: client and services of spine, with Orthanc as the other side of each. */
public final class OrthancTrip {
    private static final String ORTHANC = "http://127.0.0.1:8042";
    private static final String STUDY = SampleStudy.uid(1);

    private final Path folder;
    private final DicomWeb web = new HttpDicomWeb(new NativeDicomCodec());
    private final DicomWebNode orthanc = new DicomWebNode(URI.create(ORTHANC + "/dicom-web"), Credentials.NONE, Optional.empty(),
            Duration.ofSeconds(20));

    private OrthancTrip(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        OrthancTrip trip = new OrthancTrip(Path.of(arguments[0]));
        trip.ourClient();
        trip.ourServices();
        System.exit(0);
    }

    /** Three objects to Orthanc, found there, and back. */
    private void ourClient() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int instance = 1; instance <= 3; instance++) {
            files.add(Files.write(folder.resolve(instance + ".dcm"), SampleStudy.file(1, 1, instance)));
        }
        List<Path> accepted = new ArrayList<>();
        web.store(orthanc, files, accepted::add, new Cancellation());
        assertEquals(files, accepted);
        List<Path> more = new ArrayList<>(files);
        more.add(Files.write(folder.resolve("4.dcm"), SampleStudy.file(1, 1, 4)));
        more.add(Files.write(folder.resolve("5.dcm"), SampleStudy.file(2, 1, 1)));
        assertEquals(files, web.present(orthanc, more, new Cancellation()));
        List<DicomObject> found = web.search(orthanc, "/studies", Map.of("PatientID", "P1"));
        assertEquals(STUDY, found.get(0).text(Tag.StudyInstanceUID));
        assertEquals("Grün^Eva", found.get(0).text(Tag.PatientName));
        assertEquals(3, web.objects(orthanc, STUDY).orElseThrow());
        Path back = Files.createDirectory(folder.resolve("back"));
        assertEquals(3, web.retrieve(orthanc, STUDY, RetrieveLimits.STANDARD, back, count -> { }));
        for (int instance = 1; instance <= 3; instance++) {
            assertArrayEquals(Files.readAllBytes(files.get(instance - 1)), Files.readAllBytes(back.resolve(SampleStudy.instance(1, 1,
                    instance) + ".dcm")));
        }
    }

    /** Orthanc stores what it has here, searches, loses it, and retrieves it from here. */
    private void ourServices() throws Exception {
        FolderArchive archive = new FolderArchive(folder);
        try (WebServer server = new WebServer(archive, folder.resolve("receiving"))) {
            request("PUT", "/dicom-web/servers/spine", "{\"Url\": \"" + server.root() + "/\"}");
            String id = request("GET", "/studies", "").get(0).asText();
            request("POST", "/dicom-web/servers/spine/stow", "{\"Resources\": [\"" + id + "\"], \"Synchronous\": true}");
            assertEquals(3, archive.received(STUDY).size());
            assertArrayEquals(SampleStudy.file(1, 1, 2), Files.readAllBytes(archive.received(STUDY).get(1)));
            JsonNode found = request("POST", "/dicom-web/servers/spine/qido",
                    "{\"Uri\": \"/studies\", \"Arguments\": {\"PatientName\": \"gr*\"}}");
            assertEquals(1, found.size());
            request("DELETE", "/studies/" + id, "");
            request("POST", "/dicom-web/servers/spine/retrieve", "{\"Resources\": [{\"Study\": \"" + STUDY
                    + "\"}], \"Synchronous\": true}");
            assertEquals(3, request("GET", "/instances", "").size());
        }
    }

    private JsonNode request(String method, String path, String body) throws IOException, InterruptedException {
        // A connection of its own: Orthanc closes idle ones after a second, and one may be closed as it is used again.
        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(ORTHANC + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), method + " " + path + ": " + answer.body());
        return new ObjectMapper().readTree(answer.body().isBlank() ? "{}" : answer.body());
    }
}

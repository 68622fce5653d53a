package spine.io.dicomweb.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.Cancellation;
import spine.api.UnusableInputException;
import spine.common.text.DicomUid;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.io.dicomweb.DicomWeb;
import spine.io.dicomweb.DicomWebException;
import spine.io.dicomweb.DicomWebNode;
import spine.io.dicomweb.RetrieveLimits;
import spine.io.dicomweb.json.DicomJsonReader;
import spine.io.dicomweb.multipart.MediaType;
import spine.io.dicomweb.multipart.MultipartException;
import spine.io.dicomweb.multipart.MultipartLimits;
import spine.io.dicomweb.multipart.MultipartReader;
import spine.io.dicomweb.multipart.Part;

/** DICOM web services by the HTTP client of Java. */
@Component
public final class HttpDicomWeb implements DicomWeb {
    private static final int NUMBER_OF_STUDY_INSTANCES = 0x00201208;
    private static final String JSON = "application/dicom+json";

    private final DicomCodec codec;

    @Activate
    public HttpDicomWeb(@Reference DicomCodec codec) {
        this.codec = codec;
    }

    @Override
    public List<DicomObject> search(DicomWebNode node, String path, Map<String, String> parameters) throws IOException {
        try (Exchange exchange = new Exchange(node)) {
            return search(exchange, path, parameters);
        }
    }

    private static List<DicomObject> search(Exchange exchange, String path, Map<String, String> parameters) throws IOException {
        String query = new TreeMap<>(parameters).entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue())).collect(Collectors.joining("&"));
        HttpRequest.Builder request = exchange.request(path + (query.isEmpty() ? "" : "?" + query)).header("Accept", JSON);
        HttpResponse<InputStream> response = exchange.send(request.GET().build());
        try (InputStream body = response.body()) {
            if (response.statusCode() == 204) {
                return List.of();
            }
            exchange.demand(response, 200);
            return new DicomJsonReader("The answer of " + exchange.host()).read(body);
        } catch (UnusableInputException malformed) {
            throw new DicomWebException(malformed.getMessage() + ".", false, malformed);
        }
    }

    @Override
    public List<String> studies(DicomWebNode node, Map<String, String> parameters, int most) throws IOException {
        try (Exchange exchange = new Exchange(node)) {
            return new StudyPages(exchange.host(), most).all(offset -> {
                Map<String, String> page = new TreeMap<>(parameters);
                page.put("limit", String.valueOf(StudyPages.PAGE));
                page.put("offset", String.valueOf(offset));
                return search(exchange, "/studies", page);
            });
        }
    }

    @Override
    public int retrieve(DicomWebNode node, String study, RetrieveLimits limits, ObjectTaker taker) throws IOException {
        if (!DicomUid.isValid(study)) {
            throw new DicomWebException("What is asked for is no UID of a study.", false);
        }
        try (Exchange exchange = new Exchange(node)) {
            int announced = announced(exchange, study)
                    .orElseThrow(() -> new DicomWebException("The server " + exchange.host() + " has no such study.", false));
            HttpResponse<InputStream> response = exchange.send(exchange.request("/studies/" + study)
                    .header("Accept", "multipart/related; type=\"application/dicom\"; transfer-syntax=*").GET().build());
            try (InputStream body = exchange.bounded(response.body(), limits.studyBytes())) {
                exchange.demand(response, 200, 206);
                int taken = objects(exchange.host(), response, body, limits, taker);
                if (taken < announced || response.statusCode() == 206) {
                    throw new DicomWebException("The server " + exchange.host() + " gave " + taken + (announced > taken
                            ? " of the " + announced + " objects of the study." : " objects, and says that there are more."), true);
                }
                return taken;
            } catch (MultipartException malformed) {
                throw new DicomWebException("The answer of " + exchange.host() + " is not whole. " + malformed.getMessage(),
                        !malformed.isTooLarge(), malformed);
            }
        }
    }

    @Override
    public int retrieve(DicomWebNode node, String study, RetrieveLimits limits, Path folder, IntConsumer progress) throws IOException {
        RetrievedFiles files = new RetrievedFiles(codec, study, folder, node.root().getHost(), progress);
        int given = retrieve(node, study, limits, files);
        if (files.count() < given) {
            throw new DicomWebException("The server " + node.root().getHost() + " gave " + given + " objects, of which only "
                    + files.count()
                    + " are different ones.", true);
        }
        return given;
    }

    @Override
    public OptionalInt objects(DicomWebNode node, String study) throws IOException {
        try (Exchange exchange = new Exchange(node)) {
            return announced(exchange, study);
        }
    }

    @Override
    public List<Path> present(DicomWebNode node, List<Path> files, Cancellation cancellation) throws IOException {
        Map<String, Boolean> studies = new HashMap<>();
        List<Path> present = new ArrayList<>();
        try (Exchange exchange = new Exchange(node)) {
            for (Path file : files) {
                cancellation.check();
                Optional<DicomObject> head = head(file);
                String study = head.map(object -> object.text(Tag.StudyInstanceUID)).filter(DicomUid::isValid).orElse("");
                // Not every server answers with an empty list where there is no such study.
                if (!study.isEmpty() && !studies.containsKey(study)) {
                    studies.put(study, announced(exchange, study).isPresent());
                }
                if (studies.getOrDefault(study, false) && has(exchange, study, head.orElseThrow().text(Tag.SOPInstanceUID))) {
                    present.add(file);
                }
            }
        }
        return present;
    }

    /** There are servers that answer with everything if they do not know the parameter. */
    private static boolean has(Exchange exchange, String study, String instance) throws IOException {
        return search(exchange, "/studies/" + study + "/instances", Map.of("SOPInstanceUID", instance)).stream()
                .anyMatch(found -> found.text(Tag.SOPInstanceUID).equals(instance));
    }

    private Optional<DicomObject> head(Path file) {
        try {
            return Optional.of(codec.read(file, false));
        } catch (UnusableInputException | IOException unusable) {
            return Optional.empty();
        }
    }

    private static OptionalInt announced(Exchange exchange, String study) throws IOException {
        return search(exchange, "/studies", Map.of("StudyInstanceUID", study, "includefield", "00201208")).stream()
                .mapToInt(found -> found.integer(NUMBER_OF_STUDY_INSTANCES, 0)).findFirst();
    }

    private static int objects(String host, HttpResponse<InputStream> response, InputStream body, RetrieveLimits limits, ObjectTaker taker)
            throws IOException {
        MediaType type = MediaType.parse(response.headers().firstValue("Content-Type").orElse(""))
                .filter(one -> one.type().equals("multipart/related")).orElseThrow(() -> new DicomWebException("The server " + host
                        + " answers a request for objects with something else.", false));
        MultipartReader parts = new MultipartReader(body, type.parameter("boundary").orElse(""),
                new MultipartLimits(limits.objects(), limits.objectBytes(), MultipartLimits.STANDARD.headerBytes()));
        int count = 0;
        for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
            taker.take(part.get().content());
            count++;
        }
        return count;
    }

    @Override
    public void store(DicomWebNode node, List<Path> files, Consumer<Path> accepted, Cancellation cancellation) throws IOException {
        List<DicomWebException> failures = new ArrayList<>();
        try (Exchange exchange = new Exchange(node)) {
            for (StoreMessage message : StoreMessage.of(files)) {
                cancellation.check();
                HttpResponse<InputStream> response = exchange.send(exchange.request("/studies", message.bytes()).header("Accept", JSON)
                        .header("Content-Type", message.contentType()).POST(message.body()).build());
                try (InputStream body = response.body()) {
                    exchange.demand(response, 200, 202, 409);
                    StoreAnswer.read(exchange.host(), response.statusCode(), body).tell(message, accepted).ifPresent(failures::add);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw failures.stream().filter(DicomWebException::isWorthTrying).findFirst().orElse(failures.get(0));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

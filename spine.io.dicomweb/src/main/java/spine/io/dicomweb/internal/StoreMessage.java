package spine.io.dicomweb.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spine.api.UnusableInputException;
import spine.dicom.codec.EncodedDataSet;
import spine.io.dicomweb.DicomWebException;
import spine.io.dicomweb.multipart.MultipartWriter;

/** Objects that go to a server in one request; read from their files while it is sent. */
final class StoreMessage {
    private static final String DICOM = "application/dicom";
    private static final String CRLF = "\r\n";
    /** Servers keep a whole request in memory; the results of a study are smaller than this together. */
    private static final long MOST_BYTES = 64 << 20;
    private static final int MOST_OBJECTS = 50;

    private final String boundary = MultipartWriter.newBoundary();
    /** SOP instance UIDs. */
    private final Map<Path, String> objects = new LinkedHashMap<>();
    private long bytes;

    private StoreMessage() {
    }

    /**
     * As few as the size of the files allows.
     *
     * @throws DicomWebException if a file cannot be read
     */
    static List<StoreMessage> of(List<Path> files) throws IOException {
        List<StoreMessage> messages = new ArrayList<>();
        StoreMessage last = new StoreMessage();
        for (Path file : files) {
            long size = Files.size(file);
            if (!last.objects.isEmpty() && (last.bytes + size > MOST_BYTES || last.objects.size() == MOST_OBJECTS)) {
                messages.add(last);
                last = new StoreMessage();
            }
            last.objects.put(file, instance(file));
            last.bytes += size;
        }
        if (!last.objects.isEmpty()) {
            messages.add(last);
        }
        return messages;
    }

    String contentType() {
        return MultipartWriter.mediaType(DICOM, boundary);
    }

    /** Of all files together. */
    long bytes() {
        return bytes;
    }

    /** SOP instance UIDs of the files, in their order. */
    Map<Path, String> objects() {
        return Collections.unmodifiableMap(objects);
    }

    /** With a length: not every server takes a request without. */
    BodyPublisher body() throws IOException {
        long length = end().length;
        for (Path file : objects.keySet()) {
            length += head().length + Files.size(file) + CRLF.length();
        }
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(this::stream), length);
    }

    private InputStream stream() {
        List<InputStream> parts = new ArrayList<>();
        for (Path file : objects.keySet()) {
            parts.add(new ByteArrayInputStream(head()));
            parts.add(new FileWhenRead(file));
            parts.add(new ByteArrayInputStream(CRLF.getBytes(StandardCharsets.US_ASCII)));
        }
        parts.add(new ByteArrayInputStream(end()));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    /** Without the transfer syntax, which is a parameter that not every server knows; the object itself says it. */
    private byte[] head() {
        return ("--" + boundary + CRLF + "Content-Type: " + DICOM + CRLF + CRLF).getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] end() {
        return ("--" + boundary + "--" + CRLF).getBytes(StandardCharsets.US_ASCII);
    }

    private static String instance(Path file) throws IOException {
        try {
            return EncodedDataSet.in(file).dataSet().sopInstance();
        } catch (UnusableInputException unusable) {
            throw new DicomWebException(file.getFileName() + " cannot be sent: it is no DICOM object that can be read.", false, unusable);
        }
    }
}

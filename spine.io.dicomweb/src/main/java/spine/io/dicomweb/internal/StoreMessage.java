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
    private final Map<Path, EncodedDataSet> objects = new LinkedHashMap<>();
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
            last.objects.put(file, dataSet(file));
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

    /** What the files are, in their order. */
    Map<Path, EncodedDataSet> objects() {
        return Collections.unmodifiableMap(objects);
    }

    /** With a length: not every server takes a request without. */
    BodyPublisher body() throws IOException {
        long length = end().length;
        for (Map.Entry<Path, EncodedDataSet> object : objects.entrySet()) {
            length += head(object.getValue()).length + Files.size(object.getKey()) + CRLF.length();
        }
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(this::stream), length);
    }

    private InputStream stream() {
        List<InputStream> parts = new ArrayList<>();
        for (Map.Entry<Path, EncodedDataSet> object : objects.entrySet()) {
            parts.add(new ByteArrayInputStream(head(object.getValue())));
            parts.add(new FileWhenRead(object.getKey()));
            parts.add(new ByteArrayInputStream(CRLF.getBytes(StandardCharsets.US_ASCII)));
        }
        parts.add(new ByteArrayInputStream(end()));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private byte[] head(EncodedDataSet object) {
        return ("--" + boundary + CRLF + "Content-Type: " + DICOM + "; transfer-syntax=" + object.transferSyntax() + CRLF + CRLF)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] end() {
        return ("--" + boundary + "--" + CRLF).getBytes(StandardCharsets.US_ASCII);
    }

    private static EncodedDataSet dataSet(Path file) throws IOException {
        try {
            return EncodedDataSet.in(file).dataSet();
        } catch (UnusableInputException unusable) {
            throw new DicomWebException(file.getFileName() + " cannot be sent: it is no DICOM object that can be read.", false, unusable);
        }
    }
}

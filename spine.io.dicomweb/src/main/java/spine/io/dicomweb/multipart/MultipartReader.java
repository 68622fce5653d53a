package spine.io.dicomweb.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a message part by part as it comes: no part is kept in memory. Whatever the message is, it takes one buffer of 64 kB, and a time
 * that grows with its length alone. Not safe for several threads.
 */
public final class MultipartReader {
    /** The characters of RFC 2046 5.1.1; of them it allows 70, and Orthanc sends 110. */
    private static final Pattern BOUNDARY = Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,199}[0-9A-Za-z'()+_,./:=?-]");

    private final DelimitedInput in;
    private final MultipartLimits limits;
    private PartContent current;
    private int parts;
    private boolean ended;

    /**
     * @param in from the beginning of the body; not closed
     * @param boundary as the media type of the message has it
     * @throws MultipartException if it can be no boundary
     */
    public MultipartReader(InputStream in, String boundary, MultipartLimits limits) throws MultipartException {
        if (!BOUNDARY.matcher(boundary).matches()) {
            throw new MultipartException("The message has no boundary that RFC 2046 allows.", false);
        }
        this.in = new DelimitedInput(in, ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1));
        this.limits = limits;
    }

    /**
     * Goes on to the next part.
     *
     * @return empty after the last one
     * @throws MultipartException if the message is malformed, ends too early, or goes beyond a limit
     */
    public Optional<Part> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        if (current == null) {
            in.skipToDelimiter(limits.headerBytes());
        } else {
            current.skipRest();
        }
        if (in.isLastDelimiter()) {
            ended = true;
            return Optional.empty();
        }
        parts++;
        if (parts > limits.parts()) {
            throw new MultipartException("The message has more than " + limits.parts() + " parts.", true);
        }
        Map<String, String> headers = headers();
        current = new PartContent(in, limits.partBytes());
        return Optional.of(new Part(headers, current));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        int left = limits.headerBytes();
        for (String line = in.line(left); !line.isEmpty(); line = in.line(left)) {
            left -= line.length() + 2;
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new MultipartException("A part of the message has a header that is no header.", false);
            }
            headers.putIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        return headers;
    }
}

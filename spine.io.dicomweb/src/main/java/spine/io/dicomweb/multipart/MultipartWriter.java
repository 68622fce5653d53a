package spine.io.dicomweb.multipart;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Writes a message part by part. Not safe for several threads. */
public final class MultipartWriter implements Closeable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OutputStream out;
    private final String boundary;

    /** Writes the content of a part, or some of it. */
    @FunctionalInterface
    public interface Content {
        /** @param out not to be closed */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * @param out not closed
     * @param boundary as {@link #newBoundary} makes them
     */
    public MultipartWriter(OutputStream out, String boundary) {
        this.out = out;
        this.boundary = boundary;
    }

    /** A boundary that nobody can have put into the content: 128 random bits. */
    public static String newBoundary() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return "part-" + HexFormat.of().formatHex(bits);
    }

    /** The media type of a message whose parts have that media type. */
    public static String mediaType(String partType, String boundary) {
        return "multipart/related; type=\"" + partType + "\"; boundary=" + boundary;
    }

    /** @param contentType media type with parameters */
    public void part(String contentType, Content content) throws IOException {
        ascii("--" + boundary + "\r\nContent-Type: " + contentType + "\r\n\r\n");
        content.writeTo(out);
        ascii("\r\n");
    }

    /** Ends the message. */
    @Override
    public void close() throws IOException {
        ascii("--" + boundary + "--\r\n");
        out.flush();
    }

    private void ascii(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}

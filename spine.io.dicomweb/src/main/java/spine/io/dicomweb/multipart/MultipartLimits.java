package spine.io.dicomweb.multipart;

/**
 * How much of a message is read.
 *
 * @param parts in a message
 * @param partBytes of the content of one part
 * @param headerBytes of the header fields of one part
 */
public record MultipartLimits(int parts, long partBytes, int headerBytes) {

    /** A study of 20,000 objects, of which none is larger than 4 GB; three header fields take some hundred bytes. */
    public static final MultipartLimits STANDARD = new MultipartLimits(20_000, 1L << 32, 8192);

    public MultipartLimits {
        if (parts < 1 || partBytes < 1 || headerBytes < 1) {
            throw new IllegalArgumentException("A limit of a message must be above 0.");
        }
    }
}

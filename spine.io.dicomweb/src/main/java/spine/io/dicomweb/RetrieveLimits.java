package spine.io.dicomweb;

/**
 * What a server may give of one study.
 *
 * @param objects number of objects
 * @param objectBytes of one object
 * @param studyBytes of all together
 */
public record RetrieveLimits(int objects, long objectBytes, long studyBytes) {
    /** A study of 20,000 objects and 64 GB, of which no object is larger than 4 GB. */
    public static final RetrieveLimits STANDARD = new RetrieveLimits(20_000, 1L << 32, 1L << 36);

    public RetrieveLimits {
        if (objects < 1 || objectBytes < 1 || studyBytes < 1) {
            throw new IllegalArgumentException("a limit of a retrieval is out of range");
        }
    }
}

package spine.io.dicomweb.multipart;

import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One part of a message.
 *
 * @param headers fields by name in lower case
 * @param content to be read before the next part is asked for; what is left of it then is skipped. Need not be closed
 */
public record Part(Map<String, String> headers, InputStream content) {

    public Part {
        headers = Map.copyOf(headers);
        Objects.requireNonNull(content, "content");
    }

    /** What the content is; empty if the part does not say so in a way that is understood. */
    public Optional<MediaType> mediaType() {
        return MediaType.parse(headers.get("content-type"));
    }
}

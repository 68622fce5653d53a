package spine.dicomweb.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import spine.dicomweb.internal.uri.Resource;

/** One of the transactions of PS3.18 chapters 8 and 10. Safe for several threads. */
@FunctionalInterface
public interface Transaction {

    /**
     * Answers a request.
     *
     * @throws HttpFailure if it is refused, before anything was written to the response
     * @throws IOException if the answer breaks off: a file cannot be read, or the client does not listen any more
     */
    void answer(Resource resource, HttpServletRequest request, HttpServletResponse response) throws IOException, HttpFailure;
}

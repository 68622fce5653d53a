package spine.io.dicomweb.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import spine.api.UnusableInputException;
import spine.dicom.DicomObject;
import spine.io.dicomweb.DicomWebException;
import spine.io.dicomweb.json.DicomJsonReader;

/** What a server says of the objects of a request (PS3.18 annex I). */
final class StoreAnswer {
    private static final int REFERENCED_INSTANCE = 0x00081155;
    private static final int FAILURE_REASON = 0x00081197;
    private static final int FAILED_SOP_SEQUENCE = 0x00081198;
    private static final int REFERENCED_SOP_SEQUENCE = 0x00081199;
    /** Duplicate SOP instance (PS3.7 C.5.3): UIDs of results are digests of their content, so that what is there already is the same. */
    private static final int DUPLICATE = 0x0111;
    private static final int UNKNOWN_REASON = -1;

    private final String host;
    private final Set<String> stored = new HashSet<>();
    private final Map<String, Integer> failed = new HashMap<>();

    private StoreAnswer(String host) {
        this.host = host;
    }

    /**
     * Reads the answer of a status 200, 202 or 409. Only what it names is stored: there are servers that answer with status 200 and nothing
     * else to what they have not taken.
     *
     * @throws DicomWebException if nothing is known of any object
     */
    static StoreAnswer read(String host, int status, InputStream body) throws IOException {
        StoreAnswer answer = new StoreAnswer(host);
        try {
            for (DicomObject object : new DicomJsonReader("The answer of " + host).read(body)) {
                object.items(REFERENCED_SOP_SEQUENCE).forEach(item -> answer.stored.add(item.text(REFERENCED_INSTANCE)));
                object.items(FAILED_SOP_SEQUENCE)
                        .forEach(item -> answer.failed.put(item.text(REFERENCED_INSTANCE), item.integer(FAILURE_REASON, UNKNOWN_REASON)));
            }
        } catch (UnusableInputException malformed) {
            throw new DicomWebException("The server " + host + " did not say which objects it has stored (status " + status + ").", true,
                    malformed);
        }
        return answer;
    }

    /** @return what went wrong, if anything did */
    Optional<DicomWebException> tell(StoreMessage message, Consumer<Path> accepted) {
        List<String> refused = new ArrayList<>();
        boolean worthTrying = false;
        for (Map.Entry<Path, String> object : message.objects().entrySet()) {
            String uid = object.getValue();
            Integer reason = failed.get(uid);
            if (stored.contains(uid) || reason != null && reason == DUPLICATE) {
                accepted.accept(object.getKey());
            } else {
                refused.add(object.getKey().getFileName() + (reason == null || reason == UNKNOWN_REASON ? ""
                        : String.format(" (failure reason %04X)", reason)));
                worthTrying |= reason == null || !refusesTheObject(reason);
            }
        }
        return refused.isEmpty() ? Optional.empty() : Optional.of(new DicomWebException("The server " + host + " has not stored "
                + String.join(", ", refused) + ".", worthTrying));
    }

    /** Invalid object, SOP class not supported, data set that does not match its class, or is not understood (PS3.4 table B.2-1). */
    private static boolean refusesTheObject(int reason) {
        return reason == 0x0117 || reason == 0x0122 || reason >>> 8 == 0xa9 || reason >>> 12 == 0xc;
    }
}

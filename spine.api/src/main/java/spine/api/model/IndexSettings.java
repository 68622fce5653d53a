package spine.api.model;

import java.util.Map;
import java.util.TreeMap;

/** Which settings belong to an index. */
final class IndexSettings {

    private IndexSettings() {
    }

    /** Those of {@code PID.KEY} whose PID ends with the identity of the index. */
    static Map<String, String> of(String indexId, Map<String, String> all) {
        Map<String, String> own = new TreeMap<>();
        all.forEach((key, value) -> {
            if (key.startsWith("spine." + indexId + ".")) {
                own.put(key, value);
            }
        });
        return own;
    }
}

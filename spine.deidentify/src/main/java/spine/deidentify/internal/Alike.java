package spine.deidentify.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what can be said of many files in one sentence. */
final class Alike {
    private final Map<String, List<String>> namesByReason = new LinkedHashMap<>();

    /** @param reason follows the name */
    void add(String name, String reason) {
        namesByReason.computeIfAbsent(reason, key -> new ArrayList<>()).add(name);
    }

    /** One for each reason: it names the first and counts the others. */
    List<String> sentences() {
        return namesByReason.entrySet().stream().map(entry -> {
            int others = entry.getValue().size() - 1;
            String more = others == 0 ? "." : ". The same is true of " + others + " more.";
            return entry.getValue().get(0) + " " + entry.getKey() + more;
        }).toList();
    }
}

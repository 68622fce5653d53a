package spine.web.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path of a request, in its parts. What servers read in different ways (empty parts, dots, encoded slashes, parameters) is no path:
 * so whoever decides on a request and whoever answers it speak of the same.
 *
 * @param parts decoded; none for the root
 */
public record RequestPath(List<String> parts) {
    /** Characters of a path; the longest of DICOMweb has three UIDs of 64. */
    private static final int LONGEST = 1024;
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_~@:,=+!()-][A-Za-z0-9._~@:,=+!()-]*");

    public RequestPath {
        parts = List.copyOf(parts);
    }

    /**
     * @param raw as it came, without query
     * @return empty if it is none that is answered
     */
    public static Optional<RequestPath> of(String raw) {
        if (raw == null || raw.length() > LONGEST || !raw.startsWith("/")) {
            return Optional.empty();
        }
        String inner = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
        List<String> parts = new ArrayList<>();
        if (!inner.isEmpty()) {
            for (String part : inner.substring(1).split("/", -1)) {
                Optional<String> decoded = decoded(part).filter(text -> PART.matcher(text).matches());
                if (decoded.isEmpty()) {
                    return Optional.empty();
                }
                parts.add(decoded.get());
            }
        }
        return Optional.of(new RequestPath(parts));
    }

    private static Optional<String> decoded(String part) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c != '%') {
                text.append(c);
            } else if (part.length() > i + 2 && part.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}")) {
                byte[] one = {(byte) Integer.parseInt(part.substring(i + 1, i + 3), 16)};
                text.append(new String(one, StandardCharsets.US_ASCII));
                i += 2;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(text.toString());
    }

    public int size() {
        return parts.size();
    }

    public String part(int index) {
        return parts.get(index);
    }

    /** The parts from one on, with slashes between them. */
    public String from(int index) {
        return String.join("/", parts.subList(index, parts.size()));
    }
}

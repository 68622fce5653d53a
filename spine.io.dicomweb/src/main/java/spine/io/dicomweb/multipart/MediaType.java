package spine.io.dicomweb.multipart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A media type, or a range of them (RFC 9110 8.3.1, 12.5.1).
 *
 * @param type in lower case, such as {@code multipart/related}; {@code *} stands for anything
 * @param parameters by name in lower case, values as they came, without quotes
 */
public record MediaType(String type, Map<String, String> parameters) {
    /** Longer ones have no meaning, and are work for whoever reads them. */
    private static final int LONGEST = 4096;

    public MediaType {
        Objects.requireNonNull(type, "type");
        parameters = Map.copyOf(parameters);
    }

    /** @return empty if it is no media type */
    public static Optional<MediaType> parse(String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> parts = split(text, ';');
        String type = parts.get(0).strip().toLowerCase(Locale.ROOT);
        if (!type.matches("[-a-z0-9.+_*]+/[-a-z0-9.+_*]+")) {
            return Optional.empty();
        }
        Map<String, String> parameters = new TreeMap<>();
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        unquoted(part.substring(equals + 1).strip()));
            }
        }
        return Optional.of(new MediaType(type, parameters));
    }

    /** Those of a list, in its order; what is no media type is left out. */
    public static List<MediaType> parseList(String text) {
        return text == null || text.length() > LONGEST ? List.of()
                : split(text, ',').stream().map(MediaType::parse).flatMap(Optional::stream).toList();
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Weight of a range, 0 to 1; 1 if it says none. */
    public double quality() {
        try {
            return Math.max(0, Math.min(1, Double.parseDouble(parameters.getOrDefault("q", "1"))));
        } catch (NumberFormatException noNumber) {
            return 1;
        }
    }

    /** Whether a type without stars belongs to this range. */
    public boolean includes(String other) {
        return type.equals("*/*") || type.equals(other)
                || type.endsWith("/*") && other.startsWith(type.substring(0, type.length() - 1));
    }

    /** Not within quotes. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == separator && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
                if (c == '\\' && quoted && i + 1 < text.length()) {
                    i++;
                    part.append(text.charAt(i));
                } else if (c == '"') {
                    quoted = !quoted;
                }
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static String unquoted(String value) {
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
                : value;
    }
}

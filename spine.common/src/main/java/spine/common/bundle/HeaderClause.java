package spine.common.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One clause of a manifest header, such as {@code a.b;c.d;version="[1,2)";resolution:=optional}.
 *
 * @param names what stands before attributes and directives, never empty
 * @param parameters attributes by name, directives by name and colon, both without type and quotation marks
 */
public record HeaderClause(List<String> names, Map<String, String> parameters) {

    /** @param header may be null, which is a header without clauses */
    public static List<HeaderClause> parse(String header) {
        List<HeaderClause> clauses = new ArrayList<>();
        for (String clause : split(header == null ? "" : header, ',')) {
            List<String> names = new ArrayList<>();
            Map<String, String> parameters = new LinkedHashMap<>();
            for (String part : split(clause, ';')) {
                int equals = part.indexOf('=');
                if (equals < 0) {
                    names.add(part);
                } else {
                    parameters.put(name(part.substring(0, equals)), value(part.substring(equals + 1)));
                }
            }
            if (!names.isEmpty()) {
                clauses.add(new HeaderClause(List.copyOf(names), parameters));
            }
        }
        return clauses;
    }

    /** {@code filter:} of {@code filter:=}, {@code objectClass} of {@code objectClass:List<String>=}. */
    private static String name(String written) {
        String name = written.trim();
        int colon = name.indexOf(':');
        return colon < 0 || colon == name.length() - 1 ? name : name.substring(0, colon);
    }

    private static String value(String written) {
        String value = written.trim();
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }

    /** Splits outside of quotation marks. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            quoted ^= c == '"';
            if (c == separator && !quoted) {
                parts.add(part.toString().trim());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().trim());
        return parts.stream().filter(s -> !s.isEmpty()).toList();
    }
}

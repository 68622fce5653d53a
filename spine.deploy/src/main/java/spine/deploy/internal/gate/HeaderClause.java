package spine.deploy.internal.gate;

import java.util.ArrayList;
import java.util.List;

/**
 * One clause of a manifest header, such as {@code a.b;c.d;version="[1,2)"}.
 *
 * @param names what stands before attributes and directives, never empty
 */
record HeaderClause(List<String> names) {

    /** @param header may be null, which is a header without clauses */
    static List<HeaderClause> parse(String header) {
        List<HeaderClause> clauses = new ArrayList<>();
        for (String clause : split(header == null ? "" : header, ',')) {
            List<String> names = split(clause, ';').stream().filter(part -> !part.contains("=")).toList();
            if (!names.isEmpty()) {
                clauses.add(new HeaderClause(names));
            }
        }
        return clauses;
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

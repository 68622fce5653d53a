package spine.common.audit;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A line of a log as columns with tabs between them. */
public final class LogColumns {
    /** What stands in a column where there is nothing to say. */
    public static final String NOTHING = "-";

    private LogColumns() {
    }

    /**
     * A line is one line, and a short one, whatever somebody calls himself or his file: what would end it, hide in it or turn its direction
     * becomes a space.
     *
     * @param most characters of a column; what is longer is cut, and ends in three dots
     */
    public static String line(int most, String... columns) {
        return Arrays.stream(columns).map(column -> column(column, most)).collect(Collectors.joining("\t"));
    }

    private static String column(String text, int most) {
        String cut = text.length() <= most ? text : text.substring(0, most) + "...";
        String clean = cut.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", " ").strip();
        return clean.isEmpty() ? NOTHING : clean;
    }
}

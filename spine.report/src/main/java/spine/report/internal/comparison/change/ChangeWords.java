package spine.report.internal.comparison.change;

import java.util.OptionalDouble;
import spine.common.text.Decimals;

/** Changes as people say them. */
public final class ChangeWords {
    private static final String UNKNOWN = "–";

    private ChangeWords() {
    }

    /** A number of points, such as {@code 12}. */
    public static String points(double value) {
        return Decimals.atMost(value, 2, UNKNOWN);
    }

    /** A difference with its sign, such as {@code −12}. */
    public static String signed(double difference) {
        String size = Decimals.atMost(Math.abs(difference), 2, UNKNOWN);
        return size.equals("0") || size.equals(UNKNOWN) ? size : (difference < 0 ? "−" : "+") + size;
    }

    /** What can be said of a total, such as {@code improved beyond measurement error, an important change}. */
    public static String verdict(Change change) {
        if (!change.known()) {
            return "cannot be compared";
        }
        String important = importance(change);
        return switch (change.verdict()) {
            case IMPROVED -> "improved beyond measurement error" + important;
            case WORSE -> "worse beyond measurement error" + important;
            case NO_DETECTABLE_CHANGE -> change.isImportant()
                    ? "no detectable change: a difference of that size would be important, but lies within measurement error"
                    : "no detectable change";
            case UNDETERMINED -> change.none() ? "unchanged" : change.difference() < 0 ? "lower" + unknown(change)
                    : "higher" + unknown(change);
        };
    }

    private static String unknown(Change change) {
        return importance(change) + "; the error of measurement is not known";
    }

    private static String importance(Change change) {
        if (change.important().isEmpty()) {
            return "";
        }
        return change.isImportant() ? ", an important change" : ", less than an important change";
    }

    /** The same of a unit, in few words. */
    public static String brief(Change change) {
        if (!change.known()) {
            return "not comparable";
        }
        return switch (change.verdict()) {
            case IMPROVED -> "improved";
            case WORSE -> "worse";
            case NO_DETECTABLE_CHANGE -> change.none() ? "unchanged" : "within error";
            case UNDETERMINED -> change.none() ? "unchanged" : change.difference() < 0 ? "lower" : "higher";
        };
    }

    /** The limits that it is held against, such as {@code smallest detectable change 4.2, minimal important change 5}. */
    public static String limits(Change change) {
        String detectable = limit("smallest detectable change ", change.detectable());
        String important = limit("minimal important change ", change.important());
        return detectable.isEmpty() || important.isEmpty() ? detectable + important : detectable + ", " + important;
    }

    private static String limit(String name, OptionalDouble points) {
        return points.isPresent() ? name + points(points.getAsDouble()) : "";
    }
}

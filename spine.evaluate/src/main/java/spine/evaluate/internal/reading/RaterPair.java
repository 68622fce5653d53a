package spine.evaluate.internal.reading;

/** Two raters who are compared; differences are first minus second, and the second is taken for right where one must be. */
public record RaterPair(Rater first, Rater second) {

    /** For tables. */
    public String name() {
        return name(first.name(), second.name());
    }

    /** As a pair of raters of these names is called. */
    public static String name(String first, String second) {
        return first + " and " + second;
    }
}

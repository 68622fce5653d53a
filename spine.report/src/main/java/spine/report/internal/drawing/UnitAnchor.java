package spine.report.internal.drawing;

/** The name of a unit where a slash has another meaning: in links and file names. */
public final class UnitAnchor {

    private UnitAnchor() {
    }

    /** {@code T6-7} for {@code T6/7}. */
    public static String of(String level) {
        return level.replace('/', '-');
    }
}

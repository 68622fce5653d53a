package spine.report.internal.cohort;

import java.util.List;

/**
 * Results that are not shown, since another folder has a result of the same study that is.
 *
 * @param folders their names, sorted
 */
record OtherResults(List<String> folders) {
    private static final int MOST = 5;

    boolean any() {
        return !folders.isEmpty();
    }

    /** The beginning of the sentence that ends with their names. */
    String words() {
        return folders.size() == 1 ? "1 result is of a study that is shown from another folder, and is not counted:"
                : folders.size() + " results are of studies that are shown from other folders, and are not counted:";
    }

    List<String> named() {
        return folders.subList(0, Math.min(MOST, folders.size()));
    }

    /** The end of the sentence. */
    String more() {
        return folders.size() > MOST ? " and " + (folders.size() - MOST) + " more." : ".";
    }

    /** The whole sentence; none without such results. */
    List<String> sentence() {
        return any() ? List.of(words() + " " + String.join(", ", named()) + more()) : List.of();
    }
}

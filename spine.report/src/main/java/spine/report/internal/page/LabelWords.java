package spine.report.internal.page;

import java.util.List;
import java.util.stream.Stream;
import spine.api.image.StudyLabel;

/** The label of a study in words. */
public final class LabelWords {

    private LabelWords() {
    }

    /** Pseudonym and date as far as they were asked for, a part of a sentence each; may be empty. */
    public static List<String> of(StudyLabel label) {
        return Stream.concat(label.pseudonym().map(pseudonym -> "patient " + pseudonym).stream(),
                label.date().map(LabelWords::date).stream()).toList();
    }

    /** @param date empty if it was asked for and the images have none */
    public static String date(String date) {
        return date.isEmpty() ? "date unknown" : date;
    }
}

package spine.report.internal.comparison.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import spine.api.image.StudyLabel;
import spine.report.internal.comparison.change.TimePointResult;

/**
 * One of the studies.
 *
 * @param name of the time point
 * @param study StudyInstanceUID
 * @param label pseudonym and date of the study as far as the result tells them, a sentence part each; may be empty
 * @param since time since the first study, in words; empty if it is not known
 * @param facts how it was scored
 */
record StudyLine(String name, String study, List<String> label, String since, List<String> facts) {
    private static final int DAYS_OF_WEEK = 7;

    static StudyLine of(TimePointResult point, TimePointResult first) {
        StudyLabel label = point.archived().label();
        List<String> facts = new ArrayList<>(List.of(point.models()));
        if (point.archived().corrected()) {
            facts.add("corrected by a person");
        }
        if (!point.archived().settings().changed().isEmpty()) {
            facts.add("settings other than the defaults: " + String.join(", ", point.archived().settings().changed().keySet()));
        }
        return new StudyLine(point.name(), point.archived().studyInstanceUid(),
                Stream.concat(label.pseudonym().map(pseudonym -> "patient " + pseudonym).stream(),
                        label.date().filter(date -> !date.isEmpty()).stream()).toList(), point.number() == 1 ? ""
                : since(point.daysSince(first)), facts);
    }

    private static String since(OptionalLong days) {
        if (days.isEmpty()) {
            return "";
        }
        long since = days.getAsLong();
        String time = Math.abs(since) >= 2 * DAYS_OF_WEEK ? Math.round((double) Math.abs(since) / DAYS_OF_WEEK) + " weeks"
                : Math.abs(since) + (Math.abs(since) == 1 ? " day" : " days");
        return since == 0 ? "on the same day" : time + (since > 0 ? " later" : " earlier");
    }

    boolean dated() {
        return !since.isEmpty();
    }
}

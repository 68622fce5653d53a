package spine.timeline.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import spine.api.comparison.PatientTimeline.Reach;

/**
 * What is remembered of a result in a place where another one is by now, or one of another patient, as after a PatientID was corrected.
 * With it go the comparisons that it is a part of.
 *
 * @param timeline folder
 * @param update makes anew what is left
 */
record FormerEntries(Path timeline, ComparisonUpdate update) {

    /**
     * Of a result that cannot be compared.
     *
     * @param now for which what is remembered still holds; empty if it holds for nothing
     */
    void withdraw(String study, Path folder, Optional<ResultVersion> now, Reach reach) throws IOException {
        withdraw(study, folder, old -> !now.equals(Optional.of(old.version())), reach);
    }

    /** Of a result that is of another patient. */
    void withdraw(RememberedResult fresh, Reach reach) throws IOException {
        withdraw(fresh.study(), fresh.folder(), old -> !old.patient().equals(fresh.patient()), reach);
    }

    private void withdraw(String study, Path folder, Predicate<RememberedResult> former, Reach reach) throws IOException {
        for (TimelineFile file : TimelineFile.all(timeline)) {
            if (file.has(study)) {
                file.hold(table -> {
                    List<RememberedResult> gone = table.all().stream().filter(old -> old.folder().equals(folder)).filter(former).toList();
                    if (!gone.isEmpty()) {
                        ComparisonFolder.of(folder).remove();
                    }
                    for (String patient : table.removeAll(gone)) {
                        file.write(table.all());
                        update.run(file, table, patient, folder.getParent(), reach, Optional.empty());
                    }
                });
            }
        }
    }
}

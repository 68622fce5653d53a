package spine.timeline.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import spine.api.comparison.PatientTimeline;
import spine.api.comparison.PatientTimeline.Reach;

/**
 * What is remembered of results that are not there any more.
 *
 * @param timeline folder
 */
record RemovedResults(Path timeline) {

    /**
     * Forgets it, and removes the comparisons that they are a part of.
     *
     * @param folder of results
     * @return UIDs of the studies that lost one
     */
    Set<String> forget(Path folder) throws IOException {
        Set<String> studies = new TreeSet<>();
        for (TimelineFile file : TimelineFile.all(timeline)) {
            if (!removed(file.read(), folder).isEmpty()) {
                file.hold(table -> {
                    for (String patient : table.removeAll(removed(table.all(), folder))) {
                        studies.addAll(withdraw(table, patient, folder));
                    }
                    file.write(table.all());
                });
            }
        }
        removeOrphans(folder);
        return studies;
    }

    /** Removes what was made of results that are not remembered any more. */
    private static Set<String> withdraw(ResultTable table, String patient, Path folder) throws IOException {
        PatientResults all = new PatientResults(table.of(patient), Reach.SAME_FOLDER);
        Set<String> studies = new TreeSet<>();
        for (RememberedResult result : table.of(patient)) {
            if (result.results().equals(folder) && !result.comparison().isEmpty()
                    && !result.comparison().equals(all.upTo(result).digest())) {
                ComparisonFolder.of(result.folder()).remove();
                table.replace(result, result.compared("", false));
                studies.add(result.study());
            }
        }
        return studies;
    }

    /** Those of the folder, and what a person made of them. */
    private static List<RememberedResult> removed(List<RememberedResult> all, Path results) {
        return all.stream().filter(result -> result.results().equals(results) && result.isRemoved()
                || result.corrects().map(ResultVersion::folder).filter(models -> models.getParent().equals(results)
                        && !Files.isDirectory(models)).isPresent()).toList();
    }

    /** Those of results that are gone, also where the timeline itself was removed. */
    private static void removeOrphans(Path results) throws IOException {
        Path comparisons = results.resolve(PatientTimeline.FOLDER);
        if (!Files.isDirectory(comparisons)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> entries = Files.list(comparisons)) {
            all = entries.filter(entry -> !entry.getFileName().toString().startsWith(".")).toList();
        }
        for (Path path : all) {
            if (!Files.isDirectory(results.resolve(path.getFileName()))) {
                new ComparisonFolder(path).remove();
            }
        }
    }
}
